// Says under the list of files how many were chosen, and sends the form as soon as files are dropped on it.
const input = document.getElementById('filer')
input?.addEventListener('drop', () => setTimeout(() => input.form.requestSubmit()))
