// Notices in every frame where the paragraph after the widget stands.
window.places = new Set();
requestAnimationFrame(function look() {
  const after = document.querySelector("#after");
  if (after) window.places.add(after.getBoundingClientRect().top + scrollY);
  requestAnimationFrame(look);
});
