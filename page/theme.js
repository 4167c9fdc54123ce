// @ts-check
// The colours that somebody chose on this device. Without a choice the device's own setting decides.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off here, and so there is no choice to remember.
}
