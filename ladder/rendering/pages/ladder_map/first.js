// Groups of classes off the screen are laid out later, a few at a time: see Program.layOutGroups.
document.documentElement.classList.add("is-loading");
