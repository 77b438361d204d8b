// Everything here makes a page nicer that already works without it.
import { askFirst } from "./ask";
import { copyLinks } from "./copy";
import { crop } from "./crop";
import { bringDraftsBack, keepDrafts } from "./draft";
import { toolbars } from "./editor";
import { keys } from "./keys";
import { lookSample } from "./look";
import { later } from "./later";
import { menus } from "./menu";
import { offline } from "./offline";
import { sendOnce } from "./once";
import { quoting } from "./quote";
import { markRead } from "./read";
import { countDown } from "./retry";
import { shots } from "./shots";
import { themeSwitch } from "./theme";
import { humanTimes, sayTimes } from "./time";
import { tokens } from "./token";

humanTimes();
menus();
keys();
quoting();
toolbars();
keepDrafts();
askFirst();
tokens();
sendOnce();
copyLinks();
shots();
crop();
themeSwitch();
lookSample();

/** What belongs to the text of a page, again for each that is swapped in. */
function ready(): void {
  sayTimes();
  bringDraftsBack();
  markRead();
}

ready();
document.addEventListener("htmx:after:settle", ready);
later();
countDown();
offline();
