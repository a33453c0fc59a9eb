// The room `lessons`: the book's format, and what pages, session and command line do with a lesson.
export * from "./lesson.ts";
