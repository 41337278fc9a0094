/** React draws in a task of its own, which a frame alone may come before. */
export function afterDrawing(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work, 0))
}

/** The keyboard goes to the first field that was refused; what stands beside no field comes into sight. */
export function goToFault(form: HTMLElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button, [data-invalid] input')
  if (wrong !== null && wrong !== undefined) {
    wrong.focus()
    // With what stands below it.
    wrong.scrollIntoView({ block: 'center' })
  } else form?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' })
}
