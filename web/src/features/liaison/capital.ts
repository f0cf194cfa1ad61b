/** A sentence made of words begins with a capital: "Avant jeudi soir". */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}
