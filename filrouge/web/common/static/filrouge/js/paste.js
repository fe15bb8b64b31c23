// What comes from the clipboard, Word above all, reduced to what a section may hold. The server cleans again.

const NAMES = { B: "strong", I: "em", H1: "h3", H2: "h4", H6: "h5" }

export function cleaned(html) {
  // What a strict policy forbids is not even parsed: styles are read as data.
  const told = html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/i, " data-style="))
  const page = new DOMParser().parseFromString(told, "text/html")
  for (const gone of page.querySelectorAll("style, script, title, meta, link, xml, img, object, iframe, o\\:p")) gone.remove()
  comments(page)
  lists(page)
  for (const element of [...page.body.querySelectorAll("*")]) plain(page, element)
  return page.body.innerHTML
}

function comments(page) {
  const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_COMMENT)
  const found = []
  while (walker.nextNode()) found.push(walker.currentNode)
  for (const comment of found) comment.remove()
}

// Word writes a list as paragraphs whose style names the list and the level, the bullet being text.
function lists(page) {
  let open = []
  for (const paragraph of [...page.body.querySelectorAll("p")]) {
    const style = paragraph.getAttribute("data-style") ?? ""
    const level = Number(/mso-list:[^;]*level(\d)/i.exec(style)?.[1] ?? 0)
    if (!level) {
      open = []
      continue
    }
    const bullet = paragraph.querySelector('[data-style*="mso-list:Ignore" i]')
    const ordered = /^\s*(\d+|[a-z]{1,3}|[ivxlc]+)[.)]/i.test(bullet?.textContent ?? "")
    bullet?.remove()
    open.length = Math.min(open.length, level)
    while (open.length < level) {
      const list = page.createElement(ordered ? "ol" : "ul")
      const parent = open.at(-1)
      if (parent) (parent.lastElementChild ?? parent).append(list)
      else paragraph.before(list)
      open.push(list)
    }
    const item = page.createElement("li")
    item.append(...paragraph.childNodes)
    open.at(-1).append(item)
    paragraph.remove()
  }
}

// Bold and italic that only a style says become elements; every other attribute goes, and a frame without meaning too.
function plain(page, element) {
  const style = element.getAttribute("data-style") ?? ""
  const wraps = []
  if (element.tagName === "SPAN") {
    if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) wraps.push("strong")
    if (/font-style:\s*italic/i.test(style)) wraps.push("em")
    if (/text-decoration[^;]*underline/i.test(style)) wraps.push("u")
  }
  for (const { name } of [...element.attributes]) {
    const keep = (name === "href" && element.tagName === "A") || name === "colspan" || name === "rowspan" || (name === "start" && element.tagName === "OL")
    if (!keep) element.removeAttribute(name)
  }
  const name = NAMES[element.tagName]
  if (name) wraps.push(name)
  if (!wraps.length && !["SPAN", "FONT", "A"].includes(element.tagName)) return
  if (element.tagName === "A" && element.hasAttribute("href") && !element.getAttribute("href").startsWith("#")) return
  let inside = [...element.childNodes]
  for (const wrap of wraps) {
    const made = page.createElement(wrap)
    made.append(...inside)
    inside = [made]
  }
  element.replaceWith(...inside)
}
