/** The id of an action as that of a command: "ask-questions" is "designls.askQuestions". */
export const commandOf = (action: string) =>
  'designls.' + action.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
