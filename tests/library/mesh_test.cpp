#include <algorithm>
#include <chrono>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "library/library.h"
#include "library/mesh_store.h"
#include "library/schema.h"
#include "library/scratch_library.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class MeshTest : public testing::Test {
 protected:
  void import_mesh(const std::vector<MeshDescriptor>& descriptors, const std::string& name = "desc2031.xml") {
    Library::MeshImport import = library_.begin_mesh_import();
    for (const MeshDescriptor& descriptor : descriptors) import.add(descriptor);
    import.commit({"hash of " + name, name, 2031, "2031-02-03", 0, 0});
  }

  /// A record for each heading, with PMIDs from 1 on.
  void hold(const std::vector<std::string>& headings) {
    std::vector<Citation> citations;
    for (const std::string& heading : headings) {
      citations.push_back(plain_citation(static_cast<Pmid>(citations.size() + 1), "Title"));
      const std::size_t slash = heading.find('/');
      citations.back().mesh = {{"", heading.substr(0, slash), true, {}}};
      if (slash != std::string::npos) citations.back().mesh[0].qualifiers = {{"", heading.substr(slash + 1), false}};
    }
    import_as(library_, "file", citations);
  }

  [[nodiscard]] std::vector<Pmid> with_heading(const std::string& heading) const {
    return matching(library_, term(heading, QueryField::mesh));
  }

  TemporaryFolder folder_;
  Library library_ = Library::open(folder_ / "library.db", true);
};

const std::vector<MeshDescriptor> kJoints = {
    {"D1000001", "Joint Diseases", {"Diseases, Joint"}, {"C05.550"}},
    {"D1000002", "Arthritis", {"Sore Joints", "Polyarthritis"}, {"C05.550.114"}},
    {"D1000003", "Arthritis, Gouty", {"Gout of Joints"}, {"C05.550.114.423", "C18.452"}},
    {"D1000004", "Gout", {}, {"C18.45"}},
    {"D1000005", "Joint Pain", {}, {"C05.5501"}},
    {"D1000006", "Placeless", {"Nowhere"}, {}},
};

TEST_F(MeshTest, GivesBackWhatWasImported) {
  EXPECT_EQ(library_.mesh_file(), std::nullopt);
  EXPECT_THAT(library_.mesh_descriptors(), IsEmpty());
  import_mesh(kJoints);
  EXPECT_EQ(library_.mesh_descriptors(), kJoints);
  const MeshFile file = library_.status().mesh.value();
  EXPECT_EQ(file, (MeshFile{"hash of desc2031.xml", "desc2031.xml", 2031, "2031-02-03", 6, 11}));
}

TEST_F(MeshTest, PutsALaterFileInThePlaceOfTheEarlier) {
  import_mesh(kJoints);
  import_mesh({{"D1000009", "Knees", {}, {"C05.550"}}}, "desc2032.xml");
  EXPECT_EQ(library_.mesh_descriptors().size(), 1U);
  EXPECT_EQ(library_.mesh_file()->name, "desc2032.xml");
  hold({"Arthritis"});
  EXPECT_THAT(with_heading("Joint Diseases"), IsEmpty());
}

TEST_F(MeshTest, LeavesNoTraceOfAnImportThatIsGivenUp) {
  import_mesh(kJoints);
  {
    Library::MeshImport import = library_.begin_mesh_import();
    import.add({"D1000009", "Knees", {}, { "C05.550" }});
    EXPECT_EQ(library_.mesh_descriptors(), kJoints);  // it answers from before
  }
  EXPECT_EQ(library_.mesh_descriptors(), kJoints);
  import_mesh(kJoints, "again.xml");  // and nobody is shut out
}

TEST_F(MeshTest, IsTakenByALibraryOfTheFirstSchema) {
  hold({"Arthritis", "Arthritis, Gouty"});
  {
    Database database = open_library_writer(folder_ / "library.db", std::chrono::seconds(1));
    database.run(
        "DROP TABLE mesh_file; DROP TABLE mesh_descriptor; DROP TABLE mesh_name; DROP TABLE mesh_tree;"
        "DROP TABLE asked_citation; DROP TABLE pubmed_file; DROP TABLE copied_citation; DROP TABLE citation_doi; "
        "PRAGMA user_version = 1");
  }
  library_ = Library::open(folder_ / "library.db", false);
  EXPECT_EQ(library_.status().schema_version, current_schema_version());
  import_mesh(kJoints);
  EXPECT_THAT(with_heading("Arthritis"), ElementsAre(1U, 2U));
}

struct ExplosionCase {
  const char* term;
  std::vector<Pmid> found;
};

TEST_F(MeshTest, FindsRecordsOfNarrowerHeadings) {
  hold({"Joint Diseases", "Arthritis", "Arthritis, Gouty", "Gout", "Joint Pain", "Placeless", "Arthritis/drug therapy",
        "Arthritis, Gouty/drug therapy", "Joint Diseases/surgery", "Polyarthritis"});
  const ExplosionCase cases[] = {
      {"Joint Diseases", {1, 2, 3, 7, 8, 9}},
      {"joint diseases", {1, 2, 3, 7, 8, 9}},
      {"Arthritis", {2, 3, 7, 8}},
      {"Gouty Arthritis", {}},  // neither a heading nor an entry term
      {"sore joints", {2, 3, 7, 8}},
      {"Polyarthritis", {2, 3, 7, 8, 10}},  // an entry term that a record of another year has as its heading
      {"Arthritis, Gouty", {3, 8}},
      {"Gout", {4}},        // C18.45 is not above C18.452
      {"Joint Pain", {5}},  // nor is C05.550 above C05.5501
      {"Placeless", {6}},
      {"nowhere", {6}},
      {"Arthritis*", {2, 3, 7, 8}},  // truncated: as it stands
      {"Joint Dis*", {1, 9}},
      {"Joint Diseases/drug therapy", {7, 8}},
      {"Joint Diseases/surgery", {9}},
      {"Sore Joints/drug therapy", {7, 8}},
      {"Unheard Of", {}},
  };
  import_mesh(kJoints);
  for (const ExplosionCase& c : cases) EXPECT_EQ(with_heading(c.term), c.found) << c.term;
  EXPECT_EQ(matching(library_, none_of({term("Joint Diseases", QueryField::mesh)})), (std::vector<Pmid>{4, 5, 6, 10}));
}

TEST_F(MeshTest, SaysHowManyNarrowerHeadingsItAskedFor) {
  hold({"Arthritis"});
  import_mesh(kJoints);
  Query query;
  query.where = all_of({any_of({term("Joint Diseases", QueryField::mesh), term("Arthritis", QueryField::mesh)}),
                        term("Arthritis", QueryField::mesh), term("Gout", QueryField::mesh)});
  const SearchResult result = library_.search(query);
  EXPECT_EQ(result.as_run,
            "((({mesh} : \"joint diseases\" OR 2 narrower) OR {mesh} : \"arthritis\") AND ({mesh} : \"arthritis\" OR 1 "
            "narrower) AND {mesh} : \"gout\")");
  EXPECT_THAT(result.warnings, IsEmpty());
}

TEST_F(MeshTest, SaysOnceInASearchThatItHasNoMesh) {
  hold({"Arthritis", "Arthritis, Gouty"});
  Query query;
  query.where = any_of({term("Arthritis", QueryField::mesh), term("Gout", QueryField::mesh)});
  const SearchResult result = library_.search(query);
  EXPECT_THAT(result.warnings, ElementsAre(HasSubstr("claimcheck library import-mesh FILE")));
  EXPECT_EQ(result.found, 1U);
  query.where = term("arthritis");
  EXPECT_THAT(library_.search(query).warnings, IsEmpty());
}

TEST_F(MeshTest, TakesAHeadingWithThousandsBelowIt) {
  std::vector<MeshDescriptor> descriptors{{"D1000000", "All", {}, {"C01"}}};
  for (int i = 1; i <= 5000; ++i) {
    descriptors.push_back(
        {fmt::format("D{}", 1000000 + i), fmt::format("Heading {}", i), {}, {fmt::format("C01.{}", i)}});
  }
  import_mesh(descriptors);
  hold({"Heading 1", "Other", "Heading 5000"});
  EXPECT_THAT(with_heading("All"), ElementsAre(1U, 3U));
}

TEST_F(MeshTest, FindsWhatALookAtEveryTreeNumberFinds) {
  std::mt19937 random(7);
  std::vector<MeshDescriptor> descriptors;
  std::vector<std::string> headings;
  std::set<std::string> taken;
  for (int i = 0; i < 120; ++i) {
    MeshDescriptor descriptor{fmt::format("D{}", 1000000 + i), fmt::format("H{}", i), {fmt::format("E{}", i)}, {}};
    for (std::size_t trees = random() % 3; trees > 0; --trees) {
      std::string tree = fmt::format("C{}", random() % 3);
      for (std::size_t depth = random() % 5; depth > 0; --depth) tree += fmt::format(".{}", 1 + random() % 12);
      if (taken.insert(tree).second) descriptor.trees.push_back(tree);
    }
    headings.push_back(descriptor.name);
    descriptors.push_back(descriptor);
  }
  hold(headings);
  import_mesh(descriptors);
  std::size_t narrower = 0;
  for (std::size_t i = 0; i < descriptors.size(); ++i) {
    std::vector<Pmid> expected;
    for (std::size_t j = 0; j < descriptors.size(); ++j) {
      const auto is_below = [&](const std::string& tree) {
        return std::any_of(descriptors[i].trees.begin(), descriptors[i].trees.end(),
                           [&](const std::string& above) { return tree.starts_with(above + "."); });
      };
      const auto& trees = descriptors[j].trees;
      if (i == j || std::any_of(trees.begin(), trees.end(), is_below)) expected.push_back(static_cast<Pmid>(j + 1));
    }
    narrower += expected.size() - 1;
    EXPECT_EQ(with_heading(descriptors[i].name), expected) << i;
    EXPECT_EQ(with_heading(descriptors[i].entry_terms[0]), expected) << i;
  }
  EXPECT_GT(narrower, 100U);
}

}  // namespace
}  // namespace claimcheck
