export default {
  title: "Northwind careers",
  url: "https://example.org",
  baseUrl: "/",
  onBrokenLinks: "throw",
  plugins: [["@docusaurus/plugin-content-docs", { routeBasePath: "/", sidebarPath: false }]],
  themes: ["@docusaurus/theme-classic"],
  scripts: [{ src: "/good-sport/good-sport.js", async: true, "data-place": "off" }],
};
