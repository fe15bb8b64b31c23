// What every page has: menus that close, questions in a dialog, addresses that are copied. Each works without this file.

const opened = () => document.querySelectorAll("details[data-menu][open]")

document.addEventListener("click", (event) => {
  for (const menu of opened()) if (!menu.contains(event.target)) menu.open = false
  const link = event.target.closest("a[data-dialog], a[data-copy], a[data-dialog-close]")
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
  if (link.matches("[data-dialog]")) ask(event, link)
  else if (link.matches("[data-copy]")) copy(event, link)
  else if (link.closest("dialog")) {
    event.preventDefault()
    link.closest("dialog").close()
  }
})

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return
  for (const menu of opened()) {
    menu.open = false
    menu.querySelector("summary").focus()
  }
})

// Fetches the page of a question and shows its content in a dialog; anything unexpected is simply gone to.
async function ask(event, link) {
  event.preventDefault()
  let content
  try {
    const answer = await fetch(link.href, { credentials: "same-origin" })
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    content = answer.ok && !answer.redirected && page.querySelector("[data-dialog-content]")
  } catch {
    content = null
  }
  if (!content) {
    location.assign(link.href)
    return
  }
  for (const form of content.querySelectorAll("form:not([action])")) form.action = link.href
  const dialog = document.createElement("dialog")
  content.classList.remove("alone", "wide")
  dialog.append(content)
  const title = content.querySelector("h1")
  if (title) {
    title.id ||= "dialog-title"
    dialog.setAttribute("aria-labelledby", title.id)
  }
  document.body.append(dialog)
  dialog.addEventListener("close", () => {
    dialog.remove()
    link.focus()
  })
  dialog.showModal()
}

async function copy(event, link) {
  if (!navigator.clipboard) return
  event.preventDefault()
  await navigator.clipboard.writeText(link.href)
  const label = link.querySelector("span") ?? link
  const before = label.textContent
  label.textContent = link.dataset.copied
  link.setAttribute("role", "status")
  setTimeout(() => {
    label.textContent = before
    link.removeAttribute("role")
  }, 2500)
}
