/**
 * The one script of the pages: it copies a snippet. Without it, the snippet is marked and copied by hand; the buttons
 * are hidden until it runs.
 */
export const copyScript = `for (const button of document.querySelectorAll('.copy')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copies)
    field.select()
    try { await navigator.clipboard.writeText(field.value) } catch { document.execCommand('copy') }
    document.getElementById('copied').textContent = 'Copied.'
  })
}`
