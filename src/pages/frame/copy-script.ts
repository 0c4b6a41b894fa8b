/**
 * The only script of the pages copies a snippet. It shows the buttons, so that without scripts there are none.
 * What it says afterwards stands in the page, in its language, so that the script has one digest.
 */
export const copyScript = `for (const button of document.querySelectorAll('.copy')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copies)
    field.select()
    try { await navigator.clipboard.writeText(field.value) } catch { document.execCommand('copy') }
    const copied = document.getElementById('copied')
    copied.textContent = copied.dataset.words
  })
}`
