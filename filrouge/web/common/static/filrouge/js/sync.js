// Two texts side by side: what is pointed at, focused or gone to on one side is lit on both, and brought into view.

for (const frame of document.querySelectorAll("[data-beside]")) begin(frame)
document.addEventListener("htmx:load", (event) => {
  const frames = event.target.querySelectorAll?.("[data-beside]") ?? []
  for (const frame of frames) begin(frame)
})

function begin(frame) {
  if (frame.dataset.ready) return
  frame.dataset.ready = "1"
  const light = (pair) => {
    for (const part of frame.querySelectorAll(".lit")) part.classList.remove("lit")
    if (pair) for (const part of partners(frame, pair)) part.classList.add("lit")
  }
  frame.addEventListener("pointerover", (event) => light(event.target.closest("[data-pair]")?.dataset.pair))
  frame.addEventListener("pointerleave", () => light())
  const meet = (event) => {
    const part = event.target.closest("[data-pair]")
    if (!part) return
    light(part.dataset.pair)
    const side = part.closest("section")
    const other = partners(frame, part.dataset.pair).find((one) => one.closest("section") !== side)
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches
    if (other && matchMedia("(width >= 62rem)").matches) {
      const box = other.closest("section")
      const top = other.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - box.clientHeight / 3
      box.scrollTo({ top, behavior: still ? "instant" : "smooth" })
    }
  }
  frame.addEventListener("click", meet)
  frame.addEventListener("focusin", meet)
}

function partners(frame, pair) {
  return [...frame.querySelectorAll(`[data-pair="${CSS.escape(pair)}"]`)]
}
