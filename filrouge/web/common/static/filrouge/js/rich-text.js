// The editor of rich text around a textarea. Without this file the textarea itself is edited; the server cleans both alike.
// The engine is the one that django-prose-editor ships; the toolbar is ours, so that it speaks the reader's language, goes
// by arrow keys, and injects nothing that a strict policy forbids.

import {
  Blockquote, Bold, BulletList, Document, Dropcursor, Editor, Gapcursor, HardBreak, Heading, History, HorizontalRule, Italic,
  ListItem, OrderedList, Paragraph, Subscript, Superscript, Table, TableCell, TableHeader, TableRow, Text, Underline,
} from "../../django_prose_editor/editor.js"
import { Link } from "../../django_prose_editor/editor.js"
import { cleaned } from "./paste.js"

const LINE = 'fill="none"'
const icon = (path) => `<svg viewBox="0 0 16 16" aria-hidden="true" ${LINE}>${path}</svg>`
const chain = (editor) => editor.chain().focus()

// name, what is shown, what it does, when it is on, when it can be done
const SETS = [
  [
    ["paragraph", "¶", (e) => chain(e).setParagraph().run(), (e) => e.isActive("paragraph")],
    ["heading3", "H1", (e) => chain(e).toggleHeading({ level: 3 }).run(), (e) => e.isActive("heading", { level: 3 })],
    ["heading4", "H2", (e) => chain(e).toggleHeading({ level: 4 }).run(), (e) => e.isActive("heading", { level: 4 })],
    ["heading5", "H3", (e) => chain(e).toggleHeading({ level: 5 }).run(), (e) => e.isActive("heading", { level: 5 })],
  ],
  [
    ["bold", "<b>B</b>", (e) => chain(e).toggleBold().run(), (e) => e.isActive("bold")],
    ["italic", "<i>I</i>", (e) => chain(e).toggleItalic().run(), (e) => e.isActive("italic")],
    ["underline", "<u>U</u>", (e) => chain(e).toggleUnderline().run(), (e) => e.isActive("underline")],
    ["subscript", "x<sub>2</sub>", (e) => chain(e).toggleSubscript().run(), (e) => e.isActive("subscript")],
    ["superscript", "x<sup>2</sup>", (e) => chain(e).toggleSuperscript().run(), (e) => e.isActive("superscript")],
  ],
  [
    ["bullets", icon('<path d="M6 4h8M6 8h8M6 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1"/>'), (e) => chain(e).toggleBulletList().run(), (e) => e.isActive("bulletList")],
    ["numbers", icon('<path d="M6.5 4H14M6.5 8H14M6.5 12H14M2 3l1-.6V6M2 10.4c.6-.8 1.9-.5 1.6.4L2 13h2"/>'), (e) => chain(e).toggleOrderedList().run(), (e) => e.isActive("orderedList")],
    ["quote", icon('<path d="M3 3v10M6.5 5H14M6.5 8H14M6.5 11H11"/>'), (e) => chain(e).toggleBlockquote().run(), (e) => e.isActive("blockquote")],
    ["rule", icon('<path d="M2 8h12"/>'), (e) => chain(e).setHorizontalRule().run()],
  ],
  [
    ["link", icon('<path d="M6.6 9.400l2.8-2.800M7.2 4.800l1.4-1.400a2.8 2.8 0 0 1 4 4L11.2 8.800M8.8 11.200l-1.4 1.400a2.8 2.8 0 0 1-4-4L4.8 7.2"/>'), askLink, (e) => e.isActive("link"), (e) => !e.state.selection.empty || e.isActive("link")],
    ["unlink", icon('<path d="M7.2 4.800l1.4-1.400a2.8 2.8 0 0 1 4 4L11.2 8.800M8.8 11.200l-1.4 1.400a2.8 2.8 0 0 1-4-4L4.8 7.200M2 2l12 12"/>'), (e) => chain(e).unsetLink().run(), null, (e) => e.isActive("link")],
  ],
  [
    ["table", icon('<path d="M2 3h12v10H2zM2 6.300h12M2 9.700h12M8 3v10"/>'), (e) => chain(e).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(), null, (e) => !e.isActive("table")],
    ["rowAfter", icon('<path d="M2 2h12v5H2zM8 10v4M6 12h4"/>'), (e) => chain(e).addRowAfter().run(), null, (e) => e.isActive("table")],
    ["columnAfter", icon('<path d="M2 2h5v12H2zM10 8h4M12 6v4"/>'), (e) => chain(e).addColumnAfter().run(), null, (e) => e.isActive("table")],
    ["deleteRow", icon('<path d="M2 2h12v5H2zM6 12h4"/>'), (e) => chain(e).deleteRow().run(), null, (e) => e.isActive("table")],
    ["deleteColumn", icon('<path d="M2 2h5v12H2zM10 8h4"/>'), (e) => chain(e).deleteColumn().run(), null, (e) => e.isActive("table")],
    ["deleteTable", icon('<path d="M2 3h12v10H2zM4.5 5.500l7 5M11.5 5.500l-7 5"/>'), (e) => chain(e).deleteTable().run(), null, (e) => e.isActive("table")],
  ],
  [
    ["undo", icon('<path d="M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6"/>'), (e) => chain(e).undo().run(), null, (e) => e.can().undo()],
    ["redo", icon('<path d="m10.5 3 3 3-3 3M13.5 6H6a3.5 3.5 0 0 0 0 7h4"/>'), (e) => chain(e).redo().run(), null, (e) => e.can().redo()],
  ],
]

for (const textarea of document.querySelectorAll("textarea[data-rich]")) begin(textarea)
document.addEventListener("htmx:load", (event) => {
  for (const textarea of event.target.querySelectorAll?.("textarea[data-rich]") ?? []) begin(textarea)
})

function begin(textarea) {
  if (textarea.dataset.ready || textarea.disabled || textarea.readOnly) return
  textarea.dataset.ready = "1"
  const words = JSON.parse(textarea.dataset.rich)
  const frame = document.createElement("div")
  frame.className = "rich"
  if (textarea.getAttribute("aria-invalid") === "true") frame.classList.add("wrong")
  textarea.before(frame)
  const place = document.createElement("div")
  frame.append(place, textarea)
  const editor = new Editor({
    element: place,
    injectCSS: false,
    content: textarea.value,
    extensions: [
      Document, Dropcursor, Gapcursor, Paragraph, HardBreak, Text, History, Blockquote, Bold, Italic, Underline, Subscript,
      Superscript, BulletList, OrderedList, ListItem, HorizontalRule, Heading.configure({ levels: [3, 4, 5] }),
      Link.configure({ enableTarget: false, openOnClick: false, protocols: ["https", "http", "mailto"] }), Table.configure({ resizable: false }), TableRow, TableHeader, TableCell,
    ],
    editorProps: {
      attributes: described(textarea, words),
      transformPastedHTML: cleaned,
    },
    onUpdate({ editor: changed }) {
      textarea.value = changed.isEmpty ? "" : changed.getHTML()
      textarea.dispatchEvent(new Event("input", { bubbles: true }))
    },
  })
  editor.view.dom.classList.add("prose")
  const bar = toolbar(editor, words, textarea)
  frame.prepend(bar.element)
  editor.on("transaction", bar.update)
  bar.update()
  // A label of the field leads to the text that is edited.
  for (const label of textarea.labels ?? []) label.addEventListener("click", () => editor.commands.focus())
  textarea.form?.addEventListener("reset", () => editor.commands.setContent(textarea.defaultValue))
}

function described(textarea, words) {
  const label = textarea.labels?.[0]
  if (label) label.id ||= `${textarea.id}-label`
  const found = { role: "textbox", "aria-multiline": "true", spellcheck: "true" }
  if (label) found["aria-labelledby"] = label.id
  else found["aria-label"] = words.text
  if (textarea.lang) found.lang = textarea.lang
  for (const name of ["aria-describedby", "aria-invalid"]) if (textarea.hasAttribute(name)) found[name] = textarea.getAttribute(name)
  return found
}

// One stop for the Tab key, then arrow keys (the ARIA pattern of a toolbar).
function toolbar(editor, words, textarea) {
  const element = document.createElement("div")
  element.setAttribute("role", "toolbar")
  element.setAttribute("aria-label", words.toolbar)
  const buttons = []
  for (const set of SETS) {
    const group = document.createElement("div")
    group.className = "set"
    for (const [name, shown, act, isOn, can] of set) {
      const button = document.createElement("button")
      button.type = "button"
      button.innerHTML = `<span>${shown}</span>`
      button.title = words[name]
      button.setAttribute("aria-label", words[name])
      button.tabIndex = buttons.length ? -1 : 0
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-disabled") !== "true") act(editor, words)
      })
      buttons.push({ button, isOn, can })
      group.append(button)
    }
    element.append(group)
  }
  element.addEventListener("keydown", (event) => along(event, buttons))
  const update = () => {
    for (const { button, isOn, can } of buttons) {
      if (isOn) button.setAttribute("aria-pressed", String(Boolean(isOn(editor))))
      if (can) button.setAttribute("aria-disabled", String(!can(editor)))
    }
  }
  return { element, update }
}

function along(event, buttons) {
  const all = buttons.map((one) => one.button)
  const here = all.indexOf(document.activeElement)
  const steps = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: all.length - 1 }
  if (!(event.key in steps) || here < 0) return
  event.preventDefault()
  const next = all[(steps[event.key] + all.length) % all.length]
  for (const one of all) one.tabIndex = one === next ? 0 : -1
  next.focus()
}

function askLink(editor, words) {
  const dialog = document.createElement("dialog")
  const form = document.createElement("form")
  form.method = "dialog"
  const label = document.createElement("label")
  const input = document.createElement("input")
  input.type = "text"
  input.inputMode = "url"
  input.id = "link-address"
  input.value = editor.getAttributes("link").href ?? ""
  input.placeholder = "https://"
  label.htmlFor = input.id
  label.textContent = words.address
  const row = document.createElement("div")
  row.className = "row actions"
  for (const [value, text, kind] of [["set", words.set, "button main"], ["", words.cancel, "button plain"]]) {
    const button = document.createElement("button")
    button.value = value
    button.textContent = text
    button.className = kind
    row.append(button)
  }
  form.append(label, input, row)
  dialog.append(form)
  dialog.setAttribute("aria-label", words.link)
  document.body.append(dialog)
  dialog.addEventListener("close", () => {
    dialog.remove()
    const address = whole(input.value.trim())
    if (dialog.returnValue !== "set" || !address) {
      editor.commands.focus()
      return
    }
    chain(editor).extendMarkRange("link").setLink({ href: address }).run()
  })
  dialog.showModal()
}

// What is typed without a scheme is a page or a mailbox; a scheme that is none of the three is refused.
function whole(typed) {
  if (/^(https?:\/\/|mailto:)/i.test(typed)) return typed
  if (/^[\w.+-]+@[\w.-]+$/.test(typed)) return `mailto:${typed}`
  return typed && !/^[a-z][\w+.-]*:/i.test(typed) ? `https://${typed}` : ""
}
