// Where the scripts of every page begin.

import { goToListSearch, startClaim, stepClaim } from "./claim_page.js";
import { startWatching } from "./changes.js";
import { goToComment, startCommenting } from "./comment.js";
import { clear, defer, judge, startDeciding, undo } from "./decide.js";
import { step } from "./evidence.js";
import { showKeyDialog, startKeyDialog } from "./key_dialog.js";
import { listen } from "./keys.js";
import { goToSearch, startList, stepRow } from "./list_page.js";
import { startNameQuestion } from "./name_question.js";
import { startOutbox } from "./outbox.js";
import { startOverriding } from "./override.js";
import { startSummary } from "./summary_page.js";

const kDecisions = {
  supported: () => judge("supported"),
  contested: () => judge("contested"),
  unsupported: () => judge("unsupported"),
  not_checkable: () => judge("not_checkable"),
  clear,
  defer,
  undo,
  comment: goToComment,
};

const kPages = {
  list: () => {
    startList();
    return { next: () => stepRow(1), previous: () => stepRow(-1), search: goToSearch };
  },
  claim: () => {
    startClaim();
    startDeciding();
    startOverriding();
    startCommenting();
    return {
      ...(document.getElementById("bar") ? kDecisions : {}),
      next: () => stepClaim("next"),
      previous: () => stepClaim("previous"),
      next_evidence: () => step(1),
      previous_evidence: () => step(-1),
      search: goToListSearch,
    };
  },
  summary: () => {
    startSummary();
    return {};
  },
};

const commands = kPages[document.body.dataset.page]?.() ?? {};
startOutbox();
startNameQuestion();
startKeyDialog();
startWatching();
listen({ ...commands, help: showKeyDialog });
