/** Nests values under dotted names: "a.b" and "a.c" become one object under "a". */
export function unflatten(values: [string, unknown][]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of values) {
    const path = name.split('.');
    const last = path.pop()!;
    let group = root;
    for (const step of path) group = (group[step] ??= {}) as Record<string, unknown>;
    group[last] = value;
  }
  return root;
}
