#include "review/page_frame.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "core/enum_names.h"
#include "report/review_words.h"
#include "review/claim_progress.h"
#include "review/page_assets.h"
#include "review/page_name.h"
#include "review/page_words.h"
#include "review/undo_words.h"

namespace claimcheck {
namespace {

struct PageLink {
  std::string_view page;
  std::string_view address;
  std::string_view words;
};

constexpr std::array<PageLink, 3> kLinks{
    {{"list", "/", "Claims"}, {"summary", "/summary", "Progress and finish"}, {"help", "/help", "Help"}}};

// Scripts show the bar; on small windows it stands below everything else.
constexpr std::string_view kSkipToBar = "<a class=\"skip\" href=\"#bar\">Skip to your decision</a>\n";

Html write_links(std::string_view page) {
  Html links;
  for (const PageLink& link : kLinks) {
    const Html current(page == link.page ? R"( aria-current="page")" : "");
    links += fill_line(R"(<li><a href="{{address}}"{{current}}>{{words}}</a></li>)",
                       {{"address", link.address}, {"current", current}, {"words", link.words}});
  }
  return links;
}

Html write_styles() {
  Html styles;
  for (const std::string_view name : list_styles()) {
    styles += fill_line(R"(<link rel="stylesheet" href="/assets/{{name}}">)", {{"name", name}});
  }
  return styles;
}

std::string describe_seat(ReviewSession& session) {
  const Seat& seat = session.seat();
  if (seat.read_only) return "Open for reading alone";
  const ReviewState seen = session.visible();
  const Reviewer* const own = seen.find(seat.name);
  return fmt::format("{}, {}{}", seat.name, word_for(seat.role), own != nullptr && own->finished ? " (finished)" : "");
}

Html write_reasons_to_choose() {
  Html choices;
  for (const OverrideReason reason : enum_values<OverrideReason>()) {
    choices +=
        fill_line(R"(<label class="choice"><input type="radio" name="reason" value="{{name}}"> {{words}}</label>)",
                  {{"name", to_string(reason)}, {"words", phrase_for(reason)}});
  }
  return choices;
}

Html write_dialogs(bool decides) {
  Html dialogs{std::string(asset_keys_html())};
  if (decides) dialogs += fill(asset_override_html(), {{"reasons", write_reasons_to_choose()}});
  return dialogs;
}

/// How the outbox stands: in the decision bar, or else alone, and in sight when something is not saved.
Html write_bar(bool decides) {
  const Html unsaved{std::string(asset_unsaved_html())};
  return fill(decides ? asset_bar_html() : asset_unsent_html(), {{"unsaved", unsaved}});
}

}  // namespace

bool may_decide(ReviewSession& session) {
  if (session.seat().read_only) return false;
  const ReviewState seen = session.visible();
  const Reviewer* const own = seen.find(session.seat().name);
  return own != nullptr && !own->finished;
}

Html write_progress_html(ReviewSession& session) {
  const ReviewState seen = session.visible();
  const ProgressCounts counts = count_progress(seen, session);
  const std::optional<LogEntry> undoable = session.undoable();
  return fill_line(
      R"(<p id="progress" class="progress" data-last="{{last}}" data-judged="{{judged}}" data-claims="{{claims}}" data-undo="{{undo}}" data-undo-words="{{undo_words}}"><progress aria-hidden="true" value="{{judged}}" max="{{max}}"></progress> {{words}}</p>)",
      {{"last", std::to_string(seen.last_entry)},
       {"judged", std::to_string(counts.judged)},
       {"claims", std::to_string(counts.claims)},
       {"max", std::to_string(counts.claims == 0 ? 1 : counts.claims)},
       {"undo", std::to_string(undoable ? undoable->number : 0)},
       {"undo_words", undoable ? describe_undo(*undoable) : ""},
       {"words", describe_progress(counts)}});
}

std::string write_page(ReviewSession& session, std::string_view project, const PageContent& content) {
  const bool decides = content.decides && may_decide(session);
  return fill(asset_frame_html(), {{"title", fmt::format("{} – {}", content.title, project)},
                                   {"styles", write_styles()},
                                   {"page", content.page},
                                   {"seat", session.key()},
                                   {"skip", decides ? Html(std::string(kSkipToBar)) : Html()},
                                   {"project", project},
                                   {"who", describe_seat(session)},
                                   {"links", write_links(content.page)},
                                   {"progress", write_progress_html(session)},
                                   {"name_question", write_name_question_html(session)},
                                   {"attributes", content.attributes},
                                   {"main", content.main},
                                   {"bar", write_bar(decides)},
                                   {"dialogs", write_dialogs(decides)}})
      .markup();
}

}  // namespace claimcheck
