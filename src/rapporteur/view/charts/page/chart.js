// The specification with colours for light and dark in → the chart drawn, its colours picked, saved as PNG or SVG.
const written = document.getElementById("spec").textContent;
const system = matchMedia("(prefers-color-scheme: dark)");
const colours = document.getElementById("colours");
let shown = null;

const isDark = () => colours.value === "dark" || (colours.value === "auto" && system.matches);
const coloured = (dark) =>
  JSON.parse(written.replace(/"@(#[0-9a-f]{6})\|(#[0-9a-f]{6})"/g, (_, light, night) => `"${dark ? night : light}"`));
const refused = { load: () => Promise.reject(new Error("A chart loads nothing.")) };

/** The kind that was picked from the list above the chart; "" without a list. */
const picked = () => (shown && "only" in shown.view.getState({ signals: (name) => name === "only" }).signals ? shown.view.signal("only") : "");

async function draw() {
  const dark = isDark();
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  const { title, ...spec } = coloured(dark); // the page says the title itself
  const only = picked();
  shown?.finalize();
  document.getElementById("picks").replaceChildren();
  shown = await window.vegaEmbed("#chart", spec, { bind: "#picks", actions: false, renderer: "svg", ast: true, loader: refused, tooltip: { theme: "custom" } });
  if (only) await shown.view.signal("only", only).runAsync();
}

async function save(form) {
  const spec = coloured(isDark());
  const made = await window.vegaEmbed(document.createElement("div"), spec, { actions: false, renderer: "svg", ast: true, loader: refused });
  if (picked()) await made.view.signal("only", picked()).runAsync();
  const link = document.createElement("a");
  link.href = await made.view.toImageURL(form, form === "png" ? 2 : 1);
  link.download = `${spec.title.text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase()}.${form}`;
  link.click();
  made.finalize();
  document.getElementById("said").textContent = `Saved as ${link.download}.`;
}

document.getElementById("as-png").addEventListener("click", () => save("png"));
document.getElementById("as-svg").addEventListener("click", () => save("svg"));
colours.addEventListener("change", draw);
system.addEventListener("change", draw);
draw();
