// A second door of the room `views`: what only the terminal's page shows.
export { Screen, type Suggestion } from "./terminal/Screen.tsx";
