// A concept means one thing: a record on one disease or drug must not answer a claim on another. MeSH tells which names
// mean the same, so the terms of a concept may name one descriptor of MeSH, and kinds of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "concepts/shared_descriptors.h"
#include "concepts/vocabulary.h"

namespace claimcheck {
namespace {

// Diseases, drugs and procedures. Elsewhere MeSH sorts words by subject and not by meaning.
constexpr std::array<std::string_view, 5> kTrees{"C", "D", "F03", "E02", "E04"};
// Symptoms are named in MeSH as the parts of them are ("digestive signs" has "pain"); proteins by the gene.
constexpr std::array<std::string_view, 2> kOtherTrees{"C23.888", "D12.776"};

// Concepts that name more than one descriptor and mean one thing all the same.
const std::set<std::string_view> kOneMeaning{
    // the thing and the giving of it
    "biologic",
    "calcium",
    "chelator",
    "contraceptive",
    "emergency_contraception",
    "vaccine",
    // families that are called by the name of one of their kinds
    "cancer",
    "chronic_disease",
    "corticosteroid",
    "heart_injury",
    "misuse",
    "opioid",
    "thiazide",
    "thrombosis",
    "venous_thromboembolism",
    // a disease and what happens in it
    "absence_epilepsy",
    "focal_epilepsy",
    "tic_disorder",
    // MeSH has the narrower word for another disease
    "cholangiocarcinoma",
    "eye_harms",
};

bool starts_with_any(std::string_view tree, const auto& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [tree](std::string_view prefix) { return tree.starts_with(prefix); });
}

/// The words of a name without the s of a plural. Their stems would say that alcoholism is alcohol.
std::string key_of(std::string_view name) {
  constexpr std::size_t shortest_plural = 5;
  std::string key;
  for (const Token& token : tokenize(name)) {
    if (token.kind == TokenKind::punctuation) continue;
    const bool plural = token.norm.size() >= shortest_plural && token.norm.ends_with('s');
    key += token.norm.substr(0, token.norm.size() - (plural ? 1 : 0)) + ' ';
  }
  return key;
}

class MeshNames {
 public:
  explicit MeshNames(std::vector<SharedDescriptor> descriptors) : descriptors_(std::move(descriptors)) {
    for (std::size_t i = 0; i < descriptors_.size(); ++i) {
      std::vector<std::string>& trees = descriptors_[i].trees;
      std::erase_if(trees, [](const std::string& tree) {
        return !starts_with_any(tree, kTrees) || starts_with_any(tree, kOtherTrees);
      });
      if (trees.empty()) continue;
      by_key_[key_of(descriptors_[i].name)].insert(i);
      for (const std::string& term : descriptors_[i].entry_terms) by_key_[key_of(term)].insert(i);
    }
  }

  /// The names of the descriptors that the terms name, without those below another one.
  [[nodiscard]] std::vector<std::string> roots_of(const Concept& meaning) const {
    std::set<std::size_t> named;
    for (const std::string& term : meaning.terms) {
      const auto found = by_key_.find(key_of(term));
      if (found != by_key_.end()) named.insert(found->second.begin(), found->second.end());
    }
    std::vector<std::string> roots;
    for (const std::size_t one : named) {
      if (std::none_of(named.begin(), named.end(), [&](std::size_t other) { return is_below(one, other); })) {
        roots.push_back(descriptors_[one].name);
      }
    }
    return roots;
  }

 private:
  [[nodiscard]] bool is_below(std::size_t one, std::size_t other) const {
    if (one == other) return false;
    for (const std::string& tree : descriptors_[one].trees) {
      for (const std::string& above : descriptors_[other].trees) {
        if (tree.starts_with(above + ".")) return true;
      }
    }
    return false;
  }

  std::vector<SharedDescriptor> descriptors_;
  std::map<std::string, std::set<std::size_t>> by_key_;
};

std::string join(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : ", ") + name;
  return joined;
}

TEST(BuiltinVocabulary, PoolsNoDiseasesOrTreatments) {
  if (!has_shared_descriptors()) GTEST_SKIP() << kSharedDescriptors << " is not here";
  const MeshNames mesh(read_shared_descriptors());
  std::set<std::string_view> needed;
  for (const Concept& meaning : builtin_vocabulary().concepts()) {
    const std::vector<std::string> roots = mesh.roots_of(meaning);
    if (roots.size() < 2) continue;
    if (meaning.kind == ConceptKind::outcome || meaning.kind == ConceptKind::intervention) {
      EXPECT_TRUE(kOneMeaning.contains(meaning.id)) << meaning.id << ": " << join(roots);
      needed.insert(meaning.id);
    }
  }
  for (const std::string_view id : kOneMeaning) EXPECT_TRUE(needed.contains(id)) << id << " needs no exception";
}

// By the lists of the vocabulary itself, where MeSH is not at hand.
TEST(BuiltinVocabulary, KeepsSiblingsApart) {
  const std::vector<std::vector<std::string_view>> siblings{
      {"vitiligo", "acne", "atopic_dermatitis", "rosacea"},
      {"restless_legs", "essential_tremor", "tourette", "narcolepsy"},
      {"coeliac_disease", "lactose_intolerance", "appendicitis"},
      {"cerebral_palsy", "myasthenia_gravis", "down_syndrome"},
      {"myalgia", "rhabdomyolysis", "tendon_rupture", "arthralgia"},
      {"dvt", "pulmonary_embolism"},
      {"nausea", "vomiting"},
      {"simvastatin", "atorvastatin"},
      {"enalapril", "lisinopril"},
      {"infliximab", "adalimumab"},
      {"ischaemic_stroke", "intracranial_haemorrhage"},
      {"crohns_disease", "ulcerative_colitis"},
      {"rheumatoid_arthritis", "osteoarthritis"},
      {"stress_incontinence", "urge_incontinence"},
      {"breast_cancer_death", "prostate_cancer_death", "colorectal_cancer_death", "lung_cancer_death"},
      {"knee_replacement_need", "hip_replacement_need"},
      {"premature_ejaculation", "delayed_ejaculation"},
      {"alcohol_relapse", "smoking_relapse", "depression_relapse"},
      {"leg_strength", "upper_body_strength"},
  };
  const Vocabulary& vocabulary = builtin_vocabulary();
  for (const auto& group : siblings) {
    for (const std::string_view one : group) {
      ASSERT_NE(vocabulary.find(one), nullptr) << one;
      for (const std::string_view other : group) {
        EXPECT_EQ(vocabulary.is_kind_of(one, other), one == other) << one << " and " << other;
      }
    }
  }
}

}  // namespace
}  // namespace claimcheck
