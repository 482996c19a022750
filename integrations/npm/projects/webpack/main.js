import "good-sport/define";

const widget = document.createElement("good-sport");
widget.setAttribute("role", "Data analyst");
document.body.append(widget);
