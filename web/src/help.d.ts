declare module "*.fr.md" {
  const pages: readonly import("./page/room").HelpPage[];
  export default pages;
}
