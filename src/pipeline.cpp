// SPDX-License-Identifier: Apache-2.0
#include "pipeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <variant>

#include "clean/clean.hpp"
#include "clean/host_repeats.hpp"
#include "clean/spinning.hpp"
#include "coding/coder.hpp"
#include "core/workers.hpp"
#include "language/analyzer.hpp"
#include "language/latest_day.hpp"
#include "lineage/find_lineage.hpp"
#include "read/reader.hpp"
#include "situation/build.hpp"
#include "situation/corrections.hpp"
#include "store/database.hpp"
#include "store/totals.hpp"
#include "stories/group.hpp"

namespace synoptic {

namespace {

constexpr std::size_t batch_pages = 64;          // at most so many are cleaned together and committed together,
constexpr std::size_t batch_bytes = 64U << 20U;  // or fewer, once they are as large as this

/// The models take a while to load and are needed by most runs, so they are loaded when first asked for and then shared by all stages.
const Analyzer& shared_analyzer() {
    static const Analyzer analyzer;
    return analyzer;
}

/// Says beside "no date" what the text tells of it: a document was not published before the last day of which it tells.
void add_earliest_date(Document& document) {
    const auto warning = std::ranges::find(document.warnings, "no date", &Warning::kind);
    if (warning == document.warnings.end()) {
        return;
    }
    if (const auto day = latest_day_told(document, shared_analyzer())) {
        warning->evidence += fmt::format("{}its text tells of {}", warning->evidence.empty() ? "" : "; ", to_iso(*day));
    }
}

/// Cleans a batch and stores it: one document or one reject per page, or both for a page that had to be repaired, whatever the number of
/// threads.
void store_batch(std::vector<Page>& pages, std::vector<Reject>& rejects, const ReadOptions& options, Database& database,
                 ReadSummary& summary, ProgressListener& listener) {
    std::vector<std::optional<Result<Document>>> cleaned(pages.size());
    for_each_parallel(pages.size(), options.threads, [&](std::size_t i) { cleaned[i] = clean(pages[i]); });
    std::vector<Document> fresh;
    std::set<DocId> in_batch;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (!cleaned[i]->ok()) {
            rejects.push_back({.path = pages[i].path, .record = pages[i].record, .reason = cleaned[i]->reason()});
            continue;
        }
        Document& document = cleaned[i]->value();
        if (auto fault = fault_of_kept(document)) {
            rejects.push_back({.path = pages[i].path, .record = pages[i].record, .reason = std::move(*fault), .kept = true});
        }
        if (database.holds(document.id) || !in_batch.insert(document.id).second) {
            ++summary.known;
            continue;
        }
        document.reference_day = options.reference_day;
        if (auto warning = find_spinning(document)) {
            document.warnings.push_back(std::move(*warning));
        }
        if (!is_parsed(document)) {
            document.warnings.push_back({"not analysed", "the text is in another language than English: " + document.language});
        }
        fresh.push_back(std::move(document));
    }
    for_each_parallel(fresh.size(), options.threads, [&](std::size_t i) { add_earliest_date(fresh[i]); });
    std::vector<RejectRow> rows;
    for (const Reject& reject : rejects) {
        listener.on_reject(reject);
        rows.push_back({.path = reject.path, .record = reject.record, .reason = reject.reason});
    }
    database.add_documents(fresh);
    database.add_rejects(rows);
    summary.added += fresh.size();
    summary.rejected += rejects.size();
    pages.clear();
    rejects.clear();
}

void read_inputs(const ReadOptions& options, Database& database, ReadSummary& summary, ProgressListener& listener) {
    listener.on_stage("reading", 0);
    std::vector<Page> pages;
    std::vector<Reject> rejects;
    std::size_t seen = 0;
    std::size_t bytes = 0;
    for (const std::string& input : options.inputs) {
        const std::unique_ptr<Reader> reader = open_input(input);
        while (auto item = reader->next()) {
            if (auto* page = std::get_if<Page>(&*item)) {
                bytes += page->bytes.size();
                pages.push_back(std::move(*page));
            } else {
                rejects.push_back(std::get<Reject>(std::move(*item)));
            }
            listener.on_advance(++seen);
            if (pages.size() + rejects.size() >= batch_pages || bytes >= batch_bytes) {
                store_batch(pages, rejects, options, database, summary, listener);
                bytes = 0;
            }
        }
    }
    store_batch(pages, rejects, options, database, summary, listener);
}

/// Runs `work` for each of `count` items in parallel and tells the listener, in this thread, how many are done at each step.
template <typename Work>
void run_stage(std::string_view name, std::size_t count, unsigned threads, ProgressListener& listener, const Work& work) {
    constexpr std::size_t step = 64;
    listener.on_stage(name, count);
    for (std::size_t begin = 0; begin < count; begin += step) {
        const std::size_t size = std::min(step, count - begin);
        for_each_parallel(size, threads, [&](std::size_t i) { work(begin + i); });
        listener.on_advance(begin + size);
    }
}

/// What the situation of a story is made from, as a hash: the program, the documents with what other pages of their hosts made of their
/// texts, and who of them copied whom. Nothing else may have a part in it, for a situation with the same hash is not made again.
std::string made_from(const Story& story, std::span<const Document> documents, const Lineage& lineage) {
    std::string pieces = SYNOPTIC_VERSION;
    std::map<std::uint32_t, std::size_t> accounts;  // numbered in the order of the story
    for (const std::uint32_t i : story.documents) {
        const Document& document = documents[i];
        const auto source = lineage.source_of[i];
        pieces += fmt::format("|{}/{}/{}/{}/{}/{}", to_hex(document.id), to_hex(hash_pieces({document.text})),
                              document.reference_day ? to_iso(*document.reference_day) : "",
                              accounts.emplace(lineage.account_of[i], accounts.size()).first->second, name(lineage.relation_of[i]),
                              source ? to_hex(documents[*source].id) : "");
    }
    return to_hex(hash_pieces({pieces}));
}

/// documents -> lineage -> stories -> analysis, coded events and situations of those that anything new touches -> database.
void rebuild(const ReadOptions& options, const Corrections& corrections, Database& database, ReadSummary& summary,
             ProgressListener& listener) {
    std::vector<Document> documents = database.load_documents();
    const std::vector<std::uint32_t> cut_anew = cut_host_repeats(documents, options.threads);

    listener.on_stage("finding copies and stories", 0);
    const Lineage lineage = find_lineage(documents, {.threads = options.threads});
    const std::vector<Story> stories = group(documents, lineage, options.threads);

    // Corrections may reach into any story: where there are some, all are made again, now and after.
    const bool corrected = !corrections.lines().empty();
    const auto known = corrected ? std::map<StoryId, std::string>() : database.made_from();
    std::vector<std::string> hashes;
    std::vector<std::uint32_t> touched;
    std::vector<std::uint32_t> to_analyse;
    for (std::uint32_t i = 0; i < stories.size(); ++i) {
        hashes.push_back(corrected ? std::string() : made_from(stories[i], documents, lineage));
        const auto told = known.find(stories[i].id);
        if (told == known.end() || told->second != hashes.back()) {
            touched.push_back(i);
            to_analyse.insert(to_analyse.end(), stories[i].documents.begin(), stories[i].documents.end());
        }
    }

    const Coder coder;
    std::vector<std::vector<CodedEvent>> events(documents.size());
    run_stage("analysing", to_analyse.size(), options.threads, listener, [&](std::size_t i) {
        Document& document = documents[to_analyse[i]];
        shared_analyzer().analyze(document);
        events[to_analyse[i]] = coder.code(document);
    });

    std::vector<std::optional<Situation>> situations(stories.size());
    run_stage("comparing accounts", touched.size(), options.threads, listener, [&](std::size_t i) {
        situations[touched[i]] = build_situation(stories[touched[i]], documents, events, lineage, corrections);
    });

    std::set<std::uint32_t> used;
    for (const auto& situation : situations) {
        if (situation) {
            used.insert(situation->corrected.begin(), situation->corrected.end());
        }
    }
    std::ranges::set_difference(corrections.lines(), used, std::back_inserter(summary.idle_corrections));

    listener.on_stage("writing", 0);
    database.replace_stories(documents, lineage, stories, situations, hashes, cut_anew);
}

}  // namespace

ReadSummary run(const ReadOptions& options, ProgressListener& listener) {
    ReadSummary summary;
    Corrections corrections;
    if (options.corrections) {
        corrections = parse_corrections(*options.corrections, options.corrections_path);
    }
    Database database(options.database, Database::Mode::create_or_update);
    if (!options.corrections) {
        corrections = parse_corrections(database.corrections(), "corrections in force");
    }
    summary.corrections = corrections.lines().size();
    if (options.corrections) {
        database.set_corrections(*options.corrections);
    }
    read_inputs(options, database, summary, listener);
    if (database.out_of_date()) {
        rebuild(options, corrections, database, summary, listener);
    }
    summary.totals = count_totals(database);
    return summary;
}

}  // namespace synoptic
