#include "concepts/mesh_vocabulary.h"

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "concepts/mesh_places.h"
#include "concepts/mesh_terms.h"

namespace claimcheck {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
constexpr std::string_view kPatientsSuffix = "_patients";

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return lower;
}

void add_once(std::vector<std::size_t>& to, std::size_t value) {
  if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
}

bool can_be_added_to(const Concept& meaning) {
  return meaning.kind == ConceptKind::intervention || meaning.kind == ConceptKind::outcome;
}

/// A name of a heading that can be looked for.
struct Name {
  std::string text;  ///< as TermIndex::add reads it
  bool is_heading = false;
};

/// What becomes of a heading.
struct Heading {
  std::string shown;                 ///< its name as a sentence has it
  std::vector<Name> names;           ///< those that base does not have
  std::vector<std::size_t> owners;   ///< the concepts of base that it is
  std::vector<std::size_t> parents;  ///< the concepts of base that it is below, by its names
  std::vector<std::string_view> trees;
  bool is_concept = false;       ///< it becomes a concept of its own
  std::size_t index = kNone;     ///< of that concept, once it is made
  std::size_t patients = kNone;  ///< of its population
  bool open = false;             ///< being made: those above it come first
};

class MeshExtender {
 public:
  MeshExtender(const Vocabulary& base, std::span<const MeshDescriptor> descriptors)
      : base_(base), descriptors_(descriptors), headings_(descriptors.size()) {
    for (std::size_t i = 0; i < base.concepts().size(); ++i) {
      for (const std::string& heading : base.concepts()[i].mesh) listed_[to_lower(heading)].push_back(i);
    }
  }

  VocabularyExtension build() {
    for (std::size_t i = 0; i < headings_.size(); ++i) read_heading(i);
    for (std::size_t i = 0; i < headings_.size(); ++i) make_concept(i);
    claim_names();
    for (std::size_t i = 0; i < headings_.size(); ++i) add_terms(i);
    return std::move(extension_);
  }

 private:
  [[nodiscard]] const Concept& concept_at(std::size_t index) const {
    const std::size_t known = base_.concepts().size();
    return index < known ? base_.concepts()[index] : extension_.concepts[index - known];
  }

  /// The population of an outcome of base or of one made here, or kNone.
  [[nodiscard]] std::size_t patients_of(std::size_t outcome) const {
    const auto known = patients_.find(outcome);
    if (known != patients_.end()) return known->second;
    const Concept* people = base_.find(concept_at(outcome).id + std::string(kPatientsSuffix));
    return people == nullptr ? kNone : static_cast<std::size_t>(people - base_.concepts().data());
  }

  void read_heading(std::size_t index) {
    const MeshDescriptor& descriptor = descriptors_[index];
    Heading& heading = headings_[index];
    for (const std::string& tree : descriptor.trees) {
      by_tree_.emplace(tree, index);
      if (place_of_tree(tree)) heading.trees.emplace_back(tree);
    }
    const auto listed = listed_.find(to_lower(descriptor.name));
    if (heading.trees.empty() && listed == listed_.end()) return;

    std::vector<std::size_t> by_entry_term;
    read_name(descriptor.name, true, heading, heading.owners);
    for (const std::string& term : descriptor.entry_terms) read_name(term, false, heading, by_entry_term);
    if (heading.owners.empty() && listed != listed_.end()) take_listed(listed->second, by_entry_term, heading);
    if (heading.owners.empty() && by_entry_term.size() == 1) add_once(heading.parents, by_entry_term.front());
    heading.is_concept = heading.owners.empty() && !heading.trees.empty() && !heading.names.empty();
    if (!heading.is_concept) return;
    // An entry term that is a disease says nothing of a drug.
    const ConceptKind kind = place_of_tree(heading.trees.front())->kind;
    std::erase_if(heading.parents, [&](std::size_t parent) { return base_.concepts()[parent].kind != kind; });
  }

  /// Adds the name to those of the heading, or the concepts that have it already to `owners`.
  void read_name(const std::string& name, bool is_heading, Heading& heading, std::vector<std::size_t>& owners) const {
    const std::optional<std::string> natural = natural_term(name);
    if (is_heading) heading.shown = natural.value_or(name);
    if (!natural) return;
    const std::vector<Token> tokens = tokenize(*natural);
    const std::vector<std::size_t> named = base_.named_by(*natural, tokens);
    for (const std::size_t owner : named) {
      if (can_be_added_to(base_.concepts()[owner])) add_once(owners, owner);
    }
    if (!named.empty()) return;
    std::optional<std::string> text = matching_term(*natural, tokens);
    const auto is_same = [&](const Name& known) { return known.text == text; };
    if (text && std::none_of(heading.names.begin(), heading.names.end(), is_same)) {
      heading.names.push_back({std::move(*text), is_heading});
    }
  }

  void take_listed(const std::vector<std::size_t>& listed, const std::vector<std::size_t>& by_entry_term,
                   Heading& heading) const {
    for (const std::size_t index : listed) {
      if (!can_be_added_to(base_.concepts()[index])) continue;
      // Elsewhere in MeSH entry terms are often narrower than their heading ("Dreams" has "Nightmares").
      const bool shares =
          !heading.trees.empty() && std::find(by_entry_term.begin(), by_entry_term.end(), index) != by_entry_term.end();
      add_once(shares ? heading.owners : heading.parents, index);
    }
  }

  /// Makes the concept of a heading, after those above it; does nothing for a heading that becomes none.
  void make_concept(std::size_t index) {
    Heading& heading = headings_[index];
    if (!heading.is_concept || heading.index != kNone) return;
    heading.open = true;
    const MeshPlace place = *place_of_tree(heading.trees.front());
    const std::vector<std::size_t> above = concepts_above(heading, place.kind);
    Concept made;
    made.id = "mesh_" + to_lower(descriptors_[index].ui);
    made.terms = {heading.shown};
    made.mesh = {descriptors_[index].name};
    made.from_mesh = true;
    made.kind = place.kind;
    made.valence = above.empty() ? place.valence : concept_at(above.front()).valence;
    made.harm = !above.empty() && concept_at(above.front()).harm &&
                std::all_of(heading.trees.begin(), heading.trees.end(),
                            [](std::string_view tree) { return place_of_tree(tree)->can_be_harm; });
    std::vector<std::string> populations;
    for (const std::size_t parent : above) {
      made.broader.push_back(concept_at(parent).id);
      const std::size_t people = made.kind == ConceptKind::outcome ? patients_of(parent) : kNone;
      if (people != kNone) populations.push_back(concept_at(people).id);
    }
    if (above.empty() && base_.find(place.broader) != nullptr) made.broader.emplace_back(place.broader);
    heading.open = false;
    if (base_.find(made.id) != nullptr || !ids_.emplace(made.id, index).second) return;
    heading.index = add_concept(made);
    const bool has_patients = made.kind == ConceptKind::outcome && made.valence == Valence::bad && !made.harm;
    if (has_patients || !populations.empty()) add_patients(heading, std::move(made), std::move(populations));
  }

  std::size_t add_concept(Concept made) {
    extension_.concepts.push_back(std::move(made));
    return base_.concepts().size() + extension_.concepts.size() - 1;
  }

  void add_patients(Heading& heading, Concept people, std::vector<std::string> broader) {
    people.id += kPatientsSuffix;
    people.kind = ConceptKind::population;
    people.valence = Valence::neutral;
    people.harm = false;
    people.broader = std::move(broader);
    const std::size_t population = add_concept(std::move(people));
    patients_.emplace(heading.index, population);
  }

  /// The concepts of its kind above it, by its names first, then by its trees, the nearest first.
  std::vector<std::size_t> concepts_above(const Heading& heading, ConceptKind kind) {
    std::vector<std::size_t> above = heading.parents;
    std::vector<std::pair<std::size_t, std::size_t>> by_distance;  // steps up, concept
    for (std::string_view tree : heading.trees) {
      std::size_t steps = 0;
      for (std::size_t dot = tree.rfind('.'); dot != std::string_view::npos; dot = tree.rfind('.')) {
        tree = tree.substr(0, dot);
        ++steps;
        const auto found = by_tree_.find(tree);
        if (found == by_tree_.end()) continue;
        make_concept_above(found->second);
        const std::vector<std::size_t> concepts = concepts_of(headings_[found->second]);
        const auto is_kind = [&](std::size_t concept_index) { return concept_at(concept_index).kind == kind; };
        const auto first = std::find_if(concepts.begin(), concepts.end(), is_kind);
        if (first == concepts.end()) continue;
        by_distance.emplace_back(steps, *first);
        break;
      }
    }
    std::stable_sort(by_distance.begin(), by_distance.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [steps, found] : by_distance) add_once(above, found);
    return above;
  }

  /// A heading that is being made is below itself by another tree: that tree is left alone.
  void make_concept_above(std::size_t index) {
    if (!headings_[index].open) make_concept(index);
  }

  static std::vector<std::size_t> concepts_of(const Heading& heading) {
    if (heading.index != kNone) return {heading.index};
    return heading.owners;
  }

  /// Who may use each name: the heading that it is; of entry terms, the only one that has it.
  void claim_names() {
    for (const bool headings : {true, false}) {
      for (std::size_t i = 0; i < headings_.size(); ++i) {
        if (concepts_of(headings_[i]).empty()) continue;
        for (const Name& name : headings_[i].names) {
          if (name.is_heading == headings) claim(name, i);
        }
      }
    }
  }

  void claim(const Name& name, std::size_t heading) {
    const auto [place, is_new] = claims_.emplace(to_lower(name.text), Claim{heading, name.is_heading});
    if (!is_new && place->second.heading != heading && !place->second.by_heading) place->second.heading = kNone;
  }

  void add_terms(std::size_t index) {
    for (const std::size_t owner : concepts_of(headings_[index])) {
      const std::size_t people = patients_of(owner);
      if (people != kNone) extension_.patients.emplace_back(owner, people);
      for (const Name& name : headings_[index].names) {
        if (claims_.at(to_lower(name.text)).heading == index) extension_.terms.push_back({name.text, owner});
      }
    }
  }

  struct Claim {
    std::size_t heading = kNone;
    bool by_heading = false;
  };

  const Vocabulary& base_;
  std::span<const MeshDescriptor> descriptors_;
  std::vector<Heading> headings_;
  std::unordered_map<std::string, std::vector<std::size_t>> listed_;  ///< concepts of base by heading in lower case
  std::unordered_map<std::string_view, std::size_t> by_tree_;
  std::unordered_map<std::size_t, std::size_t> patients_;
  std::unordered_map<std::string, std::size_t> ids_;
  std::unordered_map<std::string, Claim> claims_;
  VocabularyExtension extension_;
};

}  // namespace

Vocabulary extend_with_mesh(const Vocabulary& base, std::span<const MeshDescriptor> descriptors) {
  return base.extended(MeshExtender(base, descriptors).build());
}

}  // namespace claimcheck
