// What the administration's pages have beyond forms: a finder, marks on what isn't saved yet, boxes that tick a group.
import { find } from "./admin/find";
import { marks } from "./admin/changes";
import { groups } from "./admin/groups";
import { matrix } from "./admin/matrix";

find();
marks();
groups();
matrix();
