// What shortens the way; every page works without it. Each module says what it binds to.
import "./area_state.js";
import "./autosave.js";
import "./drop.js";
import "./error_page.js";
import "./impossible_day.js";
import "./session_end.js";
import "./shortcuts.js";
import "./submit_once.js";
