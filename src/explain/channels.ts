// A further door of the room `explain`: message queues and sockets with their words, for whoever shows programs that use them.
import "../computer/further.ts";
import "./failures.ts";
import * as words from "./channel-words.ts";
import { bringWords } from "./late.ts";

bringWords(words);
