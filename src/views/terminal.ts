// A second door of the room `views`: what only the terminal's page shows.

export { CLOSE_STAGE } from "./terminal/close-stage.tsx";
export { Screen, type Suggestion } from "./terminal/Screen.tsx";
