#include "verify/compliance_rules.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/core.h>

#include "core/error.h"

namespace claimcheck {

std::string_view compliance_rules_data();

namespace {

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    items.emplace_back(trim(list.substr(0, comma)));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return items;
}

struct RuleKey {
  std::string_view key;
  std::string ComplianceRule::*field;
};
constexpr std::array<RuleKey, 6> kRuleKeys{{{"name", &ComplianceRule::name},
                                            {"clause", &ComplianceRule::clause},
                                            {"edition", &ComplianceRule::edition},
                                            {"jurisdiction", &ComplianceRule::jurisdiction},
                                            {"source", &ComplianceRule::source},
                                            {"why", &ComplianceRule::why}}};

class Parser {
 public:
  explicit Parser(std::string_view name) : name_(name) {}

  void read_line(std::string_view line) {
    if (line.front() == '[') {
      open_block(trim(line.substr(1, line.find(']') - 1)));
    } else if (const std::size_t equals = line.find(" = "); equals != std::string_view::npos) {
      set(trim(line.substr(0, equals)), trim(line.substr(equals + 3)));
    } else if (block_ == "wording" || block_ == "words") {
      phrases_ += fmt::format("{}\n", line);
    } else {
      fail(fmt::format("\"{}\" stands outside [wording] and [words]", line));
    }
  }

  ComplianceRules finish() {
    for (const ComplianceRule& rule : result_.rules) check(rule);
    for (const ComplianceWording& wording : result_.wordings) check(wording);
    result_.phrases = PhraseTable::parse(phrases_, name_);
    return std::move(result_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorKind::internal, fmt::format("{}: {}", name_, what));
  }

  void open_block(std::string_view head) {
    const std::size_t space = std::min(head.find(' '), head.size());
    block_ = head.substr(0, space);
    const std::string id(trim(head.substr(space)));
    if (id.empty()) fail(fmt::format("[{}] has no name", head));
    if (block_ == "rule") {
      result_.rules.emplace_back().id = id;
    } else if (block_ == "wording") {
      ComplianceWording& wording = result_.wordings.emplace_back();
      wording.id = id;
      wording.category = fmt::format("{} {}", id, result_.wordings.size());
      phrases_ += fmt::format("[{}]\n", wording.category);
    } else if (block_ == "words") {
      words_.insert(id);
      phrases_ += fmt::format("[{}]\n", id);
    } else {
      fail(fmt::format("[{}] is neither a rule, nor a wording, nor words", head));
    }
  }

  void set(std::string_view key, std::string_view value) {
    const bool known = (block_ == "rule" && set_in(result_.rules.back(), key, value)) ||
                       (block_ == "wording" && set_in(result_.wordings.back(), key, value));
    if (!known) fail(fmt::format("\"{} = {}\" is not known there", key, value));
  }

  static bool set_in(ComplianceRule& rule, std::string_view key, std::string_view value) {
    if (key == "looks_at") {
      rule.looks_at = split_list(value);
      return true;
    }
    const auto* entry =
        std::find_if(kRuleKeys.begin(), kRuleKeys.end(), [&](const RuleKey& known) { return known.key == key; });
    if (entry == kRuleKeys.end()) return false;
    rule.*entry->field = std::string(value);
    return true;
  }

  static bool set_in(ComplianceWording& wording, std::string_view key, std::string_view value) {
    if (key == "reading") {
      wording.denied = value == "denied";
      return wording.denied || value == "said";
    }
    if (key == "kind") return (wording.kind = parse_enum<ClaimKind>(value)).has_value();
    if (key == "only") return (wording.only = parse_enum<ClaimKind>(value)).has_value();
    if (key == "valued") return wording.valued = value == "yes";
    if (key == "beside") {
      wording.beside = std::string(value);
      return true;
    }
    if (key != "unless") return false;
    wording.unless = split_list(value);
    return true;
  }

  void check(const ComplianceRule& rule) const {
    for (const RuleKey& key : kRuleKeys) {
      if ((rule.*key.field).empty()) fail(fmt::format("rule {} has no {}", rule.id, key.key));
    }
    if (rule.looks_at.empty()) fail(fmt::format("rule {} looks at nothing", rule.id));
    for (const std::string& id : rule.looks_at) {
      const bool known = std::any_of(result_.wordings.begin(), result_.wordings.end(),
                                     [&](const ComplianceWording& wording) { return wording.id == id; });
      if (!known) fail(fmt::format("rule {} looks at {}, which is no wording", rule.id, id));
    }
  }

  void check(const ComplianceWording& wording) const {
    std::vector<std::string> names = wording.unless;
    if (!wording.beside.empty()) names.push_back(wording.beside);
    for (const std::string& id : names) {
      if (!words_.contains(id)) fail(fmt::format("wording {} refers to {}, which are no words", wording.id, id));
    }
  }

  std::string_view name_;
  std::string_view block_;
  std::string phrases_;
  std::set<std::string> words_;
  ComplianceRules result_;
};

}  // namespace

ComplianceRules ComplianceRules::parse(std::string_view data, std::string_view name) {
  Parser parser(name);
  while (!data.empty()) {
    const std::size_t end = std::min(data.find('\n'), data.size());
    const std::string_view line = trim(data.substr(0, std::min(data.find('#'), end)));
    data.remove_prefix(std::min(end + 1, data.size()));
    if (!line.empty()) parser.read_line(line);
  }
  return parser.finish();
}

const ComplianceRules& compliance_rules() {
  static const ComplianceRules rules = ComplianceRules::parse(compliance_rules_data(), "compliance_rules.txt");
  return rules;
}

}  // namespace claimcheck
