// The page works without scripts; these add sorting and searching in place, a pinned province and
// changes as they happen.
import { followChanges } from "./live.js";
import { pinOwn } from "./own.js";
import { searchInPlace } from "./search.js";
import { sortInPlace } from "./sort.js";

const words = document.getElementById("words")?.dataset ?? {};

sortInPlace();
searchInPlace(words);
pinOwn(words);
followChanges(words);
