// A second door of the room `views`: what only the terminal's page shows.
export { Screen } from "./terminal/Screen.tsx";
