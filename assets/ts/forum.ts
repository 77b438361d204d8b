// Everything here makes a page nicer that already works without it.
import { askFirst } from "./ask";
import { colourCode } from "./code";
import { copyLinks } from "./copy";
import { crop } from "./crop";
import { bringDraftsBack, keepDrafts } from "./draft";
import { embeds } from "./embed";
import { keys } from "./keys";
import { lookSample } from "./look";
import { later } from "./later";
import { menus } from "./menu";
import { offline } from "./offline";
import { sendOnce } from "./once";
import { profileParts, showParts } from "./parts";
import { picking, showPicked } from "./pick";
import { pollImages } from "./pollimage";
import { quoting } from "./quote";
import { markRead } from "./read";
import { countDown } from "./retry";
import { shots } from "./shots";
import { tags } from "./tags";
import { themeSwitch } from "./theme";
import { humanTimes, sayTimes } from "./time";
import { tokens } from "./token";
import { work, workNow } from "./work";
import { fullEditors, writing } from "./writing";

humanTimes();
menus();
keys();
quoting();
writing();
keepDrafts();
askFirst();
tokens();
work();
sendOnce();
copyLinks();
embeds();
shots();
crop();
themeSwitch();
lookSample();
tags();
pollImages();
picking();
profileParts();

/** What belongs to the text of a page, again for each that is swapped in. */
function ready(): void {
  sayTimes();
  showPicked();
  showParts();
  workNow();
  bringDraftsBack();
  fullEditors();
  markRead();
  void colourCode();
}

ready();
document.addEventListener("htmx:after:settle", ready);
later();
countDown();
offline();
