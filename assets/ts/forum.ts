// Everything here makes a page nicer that already works without it.
import { askFirst } from "./ask";
import { copyLinks } from "./copy";
import { keepDrafts } from "./draft";
import { toolbars } from "./editor";
import { keys } from "./keys";
import { lookSample } from "./look";
import { menus } from "./menu";
import { offline } from "./offline";
import { quoting } from "./quote";
import { markRead } from "./read";
import { themeSwitch } from "./theme";
import { humanTimes } from "./time";
import { tokens } from "./token";

humanTimes();
menus();
keys();
quoting();
toolbars();
keepDrafts();
askFirst();
tokens();
copyLinks();
themeSwitch();
markRead();
lookSample();
offline();
