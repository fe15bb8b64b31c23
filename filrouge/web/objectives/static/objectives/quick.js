// The line that one is at in the tree is where the next one goes. Without this file one chooses it from the list.

const under = document.querySelector("#id_under")
document.addEventListener("focusin", (event) => {
  const node = event.target.closest("[data-node]")
  if (!node || !under) return
  const holder = node.hasAttribute("data-holds") ? node : node.parentElement.closest("[data-node]")
  const id = holder?.dataset.node ?? ""
  if ([...under.options].some((option) => option.value === id)) under.value = id
})
