// The tree by mouse and by arrow keys (the ARIA pattern of a tree view). Without this file its links and buttons do the same.

function begin(tree) {
  if (tree.dataset.ready) return
  tree.dataset.ready = "1"
  tree.setAttribute("role", "tree")
  const keys = document.createElement("p")
  keys.className = "unseen"
  keys.id = `${tree.id}-keys`
  keys.textContent = tree.dataset.keys
  tree.before(keys)
  tree.setAttribute("aria-describedby", keys.id)
  for (const node of tree.querySelectorAll("[data-node]")) dress(node)
  const first = tree.querySelector("[data-node]")
  if (first) first.tabIndex = 0
  tree.addEventListener("keydown", (event) => pressed(tree, event))
  tree.addEventListener("click", (event) => clicked(tree, event))
  tree.addEventListener("focusin", (event) => reach(tree, event.target.closest("[data-node]")))
  if (tree.dataset.move) draggable(tree)
  refocus(tree)
}

function dress(node) {
  const below = inner(node)
  node.setAttribute("role", "treeitem")
  node.setAttribute("aria-labelledby", node.querySelector(".text").id)
  node.tabIndex = -1
  if (below) {
    below.setAttribute("role", "group")
    node.setAttribute("aria-expanded", String(!below.hidden))
  }
  for (const one of controls(node)) one.tabIndex = -1
}

const inner = (node) => node.querySelector(":scope > ul")
const line = (node) => node.querySelector(":scope > .line")
const controls = (node) => line(node).querySelectorAll("a, button")
const above = (node) => node.parentElement.closest("[data-node]")
const visible = (tree) => [...tree.querySelectorAll("[data-node]")].filter((node) => !node.parentElement.closest("[hidden]"))

// One stop for the Tab key: the node that one is at, and what stands on its line.
function reach(tree, node) {
  if (!node) return
  for (const other of tree.querySelectorAll("[data-node]")) {
    const here = other === node
    other.tabIndex = here ? 0 : -1
    for (const one of controls(other)) one.tabIndex = here ? 0 : -1
  }
}

function go(tree, node) {
  if (!node) return
  reach(tree, node)
  node.focus()
}

function fold(node, folded) {
  const below = inner(node)
  if (!below || below.hidden === folded) return
  below.hidden = folded
  node.setAttribute("aria-expanded", String(!folded))
  const link = line(node).querySelector(".fold-link")
  link.setAttribute("aria-expanded", String(!folded))
  const path = link.querySelector("path")
  path.setAttribute("d", folded ? "m6 4 4 4-4 4" : "m4 6 4 4 4-4")
  const address = new URL(location.href)
  const ids = address.searchParams.getAll("fold").filter((id) => id !== node.dataset.node)
  address.searchParams.delete("fold")
  for (const id of folded ? [...ids, node.dataset.node] : ids) address.searchParams.append("fold", id)
  history.replaceState(history.state, "", address)
}

function clicked(tree, event) {
  const link = event.target.closest(".fold-link")
  if (link && !event.ctrlKey && !event.metaKey) {
    event.preventDefault()
    const node = link.closest("[data-node]")
    fold(node, !inner(node).hidden)
  }
}

const MOVES = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "out", ArrowRight: "in" }

function pressed(tree, event) {
  const node = event.target
  if (!node.matches("[data-node]") || event.ctrlKey || event.metaKey) return
  if (event.altKey) {
    const button = MOVES[event.key] && line(node).querySelector(`button[value="${MOVES[event.key]}"]:not(:disabled)`)
    if (MOVES[event.key]) event.preventDefault()
    if (button) send(tree, node, { to: MOVES[event.key] })
    return
  }
  const nodes = visible(tree)
  const place = nodes.indexOf(node)
  const below = inner(node)
  const steps = {
    ArrowDown: () => go(tree, nodes[place + 1]),
    ArrowUp: () => go(tree, nodes[place - 1]),
    Home: () => go(tree, nodes[0]),
    End: () => go(tree, nodes.at(-1)),
    ArrowRight: () => (below?.hidden ? fold(node, false) : below && go(tree, below.querySelector("[data-node]"))),
    ArrowLeft: () => (below && !below.hidden ? fold(node, true) : go(tree, above(node))),
    Enter: () => line(node).querySelector(".text a")?.click(),
    "*": () => [...node.parentElement.children].forEach((one) => fold(one, false)),
  }
  const letter = event.key.length === 1 && /\p{L}|\d/u.test(event.key)
  if (steps[event.key]) {
    event.preventDefault()
    steps[event.key]()
  } else if (letter) {
    const start = event.key.toLowerCase()
    const said = (one) => line(one).querySelector(".text").textContent.trim().toLowerCase()
    go(tree, [...nodes.slice(place + 1), ...nodes.slice(0, place)].find((one) => said(one).startsWith(start)))
  }
}

// --- moving -----------------------------------------------------------------------------------------------------------

let taken = null

function draggable(tree) {
  for (const node of tree.querySelectorAll("[data-movable]")) node.draggable = true
  tree.addEventListener("dragstart", (event) => {
    const node = event.target.closest?.("[data-movable]")
    if (!node) return
    event.stopPropagation()
    taken = node
    node.classList.add("taken")
    event.dataTransfer.effectAllowed = "move"
    event.dataTransfer.setData("text/plain", node.dataset.node)
  })
  tree.addEventListener("dragover", (event) => {
    const found = target(tree, event)
    unmark(tree)
    if (!found) return
    event.preventDefault()
    found.node.classList.add(found.place)
  })
  tree.addEventListener("drop", (event) => {
    const found = target(tree, event)
    if (!found) return
    event.preventDefault()
    send(tree, taken, destination(found))
  })
  tree.addEventListener("dragend", () => {
    unmark(tree)
    taken?.classList.remove("taken")
    taken = null
  })
}

function unmark(tree) {
  for (const node of tree.querySelectorAll(".before, .after, .inside")) node.classList.remove("before", "after", "inside")
}

// Above, below or into the line under the pointer; never into itself.
function target(tree, event) {
  const node = event.target.closest?.("[data-node]")
  if (!taken || !node || !tree.contains(taken) || taken.contains(node)) return null
  const box = line(node).getBoundingClientRect()
  const share = (event.clientY - box.top) / box.height
  if (node.hasAttribute("data-holds") && share > 0.3 && share < 0.7) return { node, place: "inside" }
  return { node, place: share < 0.5 ? "before" : "after" }
}

function destination({ node, place }) {
  if (place === "inside") return { parent: node.dataset.node, before: "" }
  const parent = above(node)?.dataset.node ?? ""
  if (place === "before") return { parent, before: node.dataset.node }
  let next = node.nextElementSibling
  if (next === taken) next = next.nextElementSibling
  return { parent, before: next?.dataset.node ?? "" }
}

async function send(tree, node, where) {
  const token = tree.querySelector("[name=csrfmiddlewaretoken]")?.value ?? ""
  const body = new URLSearchParams({ node: node.dataset.node, ...where })
  tree.setAttribute("aria-busy", "true")
  let page = null
  try {
    const answer = await fetch(tree.dataset.move, { method: "POST", body, headers: { "X-CSRFToken": token, "HX-Request": "true" } })
    page = new DOMParser().parseFromString(await answer.text(), "text/html")
    if (!answer.ok) {
      document.querySelector("#messages")?.replaceChildren(...page.body.children)
      scrollTo({ top: 0 })
      return
    }
  } catch {
    location.reload()
    return
  } finally {
    tree.removeAttribute("aria-busy")
  }
  const fresh = page.getElementById(tree.id)
  if (!fresh) {
    sessionStorage.setItem("filrouge-at", node.dataset.node)
    location.reload()
    return
  }
  keepFolds(tree, fresh)
  document.getElementById(`${tree.id}-keys`)?.remove()
  tree.replaceWith(fresh)
  begin(fresh)
  window.htmx?.process(fresh)
  go(fresh, fresh.querySelector(`[data-node="${CSS.escape(node.dataset.node)}"]`))
  document.dispatchEvent(new CustomEvent("filrouge:moved", { detail: { node: node.dataset.node } }))
}

function keepFolds(old, fresh) {
  for (const node of fresh.querySelectorAll("[data-node]")) {
    const before = old.querySelector(`[data-node="${CSS.escape(node.dataset.node)}"]`)
    const [was, is] = [before && inner(before), inner(node)]
    if (was && is) is.hidden = was.hidden
  }
}

function refocus(tree) {
  const id = sessionStorage.getItem("filrouge-at")
  if (!id) return
  sessionStorage.removeItem("filrouge-at")
  go(tree, tree.querySelector(`[data-node="${CSS.escape(id)}"]`))
}

for (const tree of document.querySelectorAll("[data-tree]")) begin(tree)
document.addEventListener("htmx:load", (event) => {
  if (event.target.matches?.("[data-tree]")) begin(event.target)
  for (const tree of event.target.querySelectorAll?.("[data-tree]") ?? []) begin(tree)
})
