// The ways in: a sheet with a code, then a login and a password.

/** Long enough, not common, and without anybody's name; the same for everyone in this story. */
export const password = "quatre vélos sous le préau";

/** Every sheet on the page, as { name, login, code }. A sheet shows them to a reader, so they are read as a reader would. */
export async function sheetsOnPage(page) {
  const sheets = page.getByRole("article");
  await sheets.first().waitFor();
  return Promise.all(
    (await sheets.all()).map(async (sheet) => {
      const text = await sheet.innerText();
      return {
        text,
        login: /Identifiant\s*:?\s*([a-z0-9.-]+)/.exec(text)?.[1],
        code: /\b([A-Z0-9]{4}) ?([A-Z0-9]{4}) ?([A-Z0-9]{4})\b/.exec(text)?.slice(1).join(""),
      };
    }),
  );
}

export function sheetOf(sheets, name) {
  const found = sheets.find((sheet) => sheet.text.includes(name));
  if (!found?.code) throw new Error(`no sheet with a code for ${name} among ${sheets.length}`);
  return found;
}

/** First use of a sheet: the code, then a password of one's own; ends on the person's home. */
export async function activate(person, code, { own }) {
  const { page } = person;
  await page.goto("/");
  await page.getByRole("link", { name: "J’ai reçu une feuille avec un code" }).click();
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByLabel("Mot de passe", { exact: false }).first().fill(password);
  if (own) await page.getByLabel("Cet appareil est à moi").check();
  await page.getByRole("button", { name: "Entrer" }).click();
  await page.waitForURL(/\/c\//);
}

/** Acts that hand out codes ask for the password again. */
export async function confirmIfAsked(page) {
  const dialog = page.getByRole("dialog");
  if (!(await dialog.waitFor({ timeout: 1_500 }).then(() => true, () => false))) return;
  await dialog.getByLabel("Mot de passe").fill(password);
  await dialog.getByRole("button", { name: "Continuer" }).click();
}
