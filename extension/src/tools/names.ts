// The language-model tools, as the manifest has them.
export const toolNames = ['designls_findings', 'designls_graph', 'designls_estimates'] as const;
export type ToolName = (typeof toolNames)[number];
