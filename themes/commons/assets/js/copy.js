// Adds a button to citations that copies their text. Without it the text stands there to be selected.
(() => {
  if (!navigator.clipboard) return
  for (const section of document.querySelectorAll("[data-copy]")) {
    const state = document.createElement("p")
    state.className = "visually-hidden"
    state.setAttribute("role", "status")
    for (const text of section.querySelectorAll(".citation")) {
      const button = document.createElement("button")
      button.type = "button"
      button.className = "copy"
      button.textContent = section.dataset.copy
      const words = text.textContent.trim()
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(words)
        state.textContent = section.dataset.copied
        button.textContent = section.dataset.copied
      })
      text.after(button)
    }
    section.append(state)
  }
})()
