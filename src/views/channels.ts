// A further door of the room `views`: message queues and sockets with their words and pictures, for pages with programs that use them.
import "../explain/channels.ts";
import { channelPictures, channelText } from "./pictures/channels.ts";
import { layoutChannel, layoutRack } from "./pictures/channels-layout.ts";
import { bringDrawings } from "./pictures/late.ts";
import { rackPictures, rackText } from "./pictures/rack.ts";

bringDrawings({ channelPictures, channelText, layoutChannel, layoutRack, rackPictures, rackText });
