// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/byte_positions.hpp"
#include "store/story_record.hpp"

namespace synoptic {

/// What every section of the page shares: how documents and accounts are called, where their sentences stand in the page, and how a
/// sentence is shown. Accounts have letters, A for the first; a document has its account's letter, with a number where the account
/// has several documents. All results are markup, with every text escaped.
class DossierContext {
public:
    explicit DossierContext(const StoryRecord& story);

    [[nodiscard]] const StoryRecord& story() const { return story_; }
    [[nodiscard]] std::uint32_t account_of(std::uint32_t document) const { return account_of_[document]; }
    [[nodiscard]] const std::string& label(std::uint32_t document) const { return labels_[document]; }
    /// Publisher, else the host of its address, else the last part of its path. Not escaped.
    [[nodiscard]] std::string outlet(std::uint32_t document) const;
    [[nodiscard]] std::string account_letter(std::uint32_t account) const;

    /// "t-0b1c...": the id of a document's text in the page, and of a sentence or block of it.
    [[nodiscard]] std::string text_anchor(std::uint32_t document) const;
    [[nodiscard]] std::string sentence_anchor(std::uint32_t document, std::uint32_t sentence) const;
    /// The link target of a place: its first sentence, or the text where there are no sentences.
    [[nodiscard]] std::string anchor(const PlaceRecord& place) const;

    /// A small coloured sign with the document's label that leads to the sentence.
    [[nodiscard]] std::string sign(const PlaceRecord& place) const;
    /// A sign for each document among the places, in order.
    [[nodiscard]] std::string signs(const PlaceRecords& places) const;
    /// The sign without a link, for headings.
    [[nodiscard]] std::string plain_sign(std::uint32_t document) const;
    [[nodiscard]] std::string account_sign(std::uint32_t account) const;

    [[nodiscard]] std::string_view view(const PlaceRecord& place) const;
    [[nodiscard]] std::string_view view(std::uint32_t document, RangeRecord range) const;
    [[nodiscard]] std::string_view sentence(const PlaceRecord& place) const;
    /// The whole sentence, with these ranges of the document in <mark>.
    [[nodiscard]] std::string marked_sentence(const PlaceRecord& place, std::vector<RangeRecord> marks) const;
    /// The whole sentence with the place itself marked.
    [[nodiscard]] std::string marked_sentence(const PlaceRecord& place) const;

    /// A sentence as a quotation with the signs of the documents that have it word for word and their outlets' names.
    [[nodiscard]] std::string quotation(const PlaceRecords& same, const std::string& marked) const;
    /// All the places as quotations, documents with the same sentence taken together.
    [[nodiscard]] std::string quotations(const PlaceRecords& places) const;

    /// Names of actors, joined by commas.
    [[nodiscard]] std::string actor_names(const std::vector<std::uint32_t>& actors) const;
    /// A link to the actor's entry.
    [[nodiscard]] std::string actor_link(std::uint32_t actor) const;

    /// lang="en" dir="auto" for text of this document.
    [[nodiscard]] std::string language_attributes(std::uint32_t document) const;

private:
    const StoryRecord& story_;
    std::vector<BytePositions> positions_;
    std::vector<std::uint32_t> account_of_;
    std::vector<std::string> labels_;
};

/// Places of the same sentence, taken together in order of first appearance; quotation marks and dashes of another make do not part them.
std::vector<PlaceRecords> group_by_sentence(const DossierContext& context, const PlaceRecords& places);

/// A short anchor made of a content hash.  ("e", "0123456789ab...") => "e-0123456789ab"
std::string item_anchor(std::string_view kind, std::string_view id);

}  // namespace synoptic
