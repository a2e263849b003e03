// SPDX-License-Identifier: Apache-2.0
#include "clean/date_witnesses.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <utility>

#include "clean/lines.hpp"
#include "clean/tags.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t most_witnesses = 150;

/// The value of the first meta tag that speaks of publication, by its usual names and then by its words.
std::string_view published_in_meta(const PageHead& head) {
    const std::string_view usual = head.first_of({"article:published_time",
                                                  "og:article:published_time",
                                                  "og:published_time",
                                                  "itemprop:datepublished",
                                                  "datepublished",
                                                  "published_time",
                                                  "article.published",
                                                  "article:published",
                                                  "parsely-pub-date",
                                                  "sailthru.date",
                                                  "dc.date.issued",
                                                  "dcterms.issued",
                                                  "citation_publication_date",
                                                  "citation_online_date",
                                                  "citation_date",
                                                  "pubdate",
                                                  "publishdate",
                                                  "publish-date",
                                                  "publish_date",
                                                  "publication_date",
                                                  "published",
                                                  "ptime"});
    if (find_stated_date(usual)) {
        return usual;
    }
    for (const auto& [name, value] : head.tags) {
        std::string letters;
        std::ranges::copy_if(name, std::back_inserter(letters), is_ascii_alpha);
        const auto has = [&](std::string_view word) { return letters.find(word) != std::string::npos; };
        const bool of_publication = (has("publish") && (has("date") || has("time") || letters.ends_with("published"))) || has("pubdate") ||
                                    has("publicationdate") || has("issued") || has("releasedate") || has("originaldate") ||
                                    has("datecreated") || has("createddate") || has("creationdate");
        if (of_publication && !has("modif") && !has("updat") && !has("expir") && !has("unpublish") && find_stated_date(value)) {
            return value;
        }
    }
    return {};
}

/// The value of a meta tag that says "date" and not which.
std::string_view date_in_meta(const PageHead& head) {
    for (const std::string_view name : {"dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "date", "created", "displaydate",
                                        "article:date", "ob:date", "dc.created", "article.created", "last-modified"}) {
        if (const std::string_view value = head.first_of({name}); find_stated_date(value)) {
            return value;
        }
    }
    return {};
}

class Seeker {
public:
    Seeker(const Dom& dom, const PageLines& lines, DateOrder order) : dom_(dom), lines_(lines), order_(order) {}

    void seek_in_head(const PageHead& head, std::string_view url) {
        const auto address = date_in_url(url);
        add(DateSource::data_published, head.data.date_published);
        add(DateWitness{.source = DateSource::data_modified, .speaks = Speaks::of_change}, head.data.date_modified);
        add(DateSource::data_else, head.data.date_elsewhere);
        add(DateSource::meta_published, published_in_meta(head));
        add(DateWitness{.source = DateSource::meta_modified, .speaks = Speaks::of_change},
            head.first_of({"article:modified_time", "og:updated_time", "itemprop:datemodified", "dcterms.modified"}));
        add(DateSource::meta_vague, date_in_meta(head));
        if (address) {
            for (DateWitness& witness : witnesses_) {
                witness.day = witness.days.holds(*address) ? *address : witness.day;  // which day an instant in UTC was there
            }
            add(DateWitness{.source = DateSource::address}, *address);
        }
        add(DateSource::description, head.first_of({"og:title"}));
        add(DateSource::description, head.first_of({"og:description", "description"}));
    }

    void seek_in_attributes() {
        for (std::uint32_t i = 0; i < dom_.size() && witnesses_.size() < most_witnesses; ++i) {
            const Tag tag = dom_[i].tag;
            if (tag == Tag::text || tag == Tag::meta) {
                continue;
            }
            const std::string_view itemprop = dom_.attribute(i, Attr::itemprop);
            const std::string_view property = dom_.attribute(i, Attr::property);
            const bool marked = itemprop.find("datePublished") != std::string_view::npos || itemprop == "dateCreated" ||
                                property.ends_with("datePublished") || property.ends_with("dateCreated");
            const bool is_change = itemprop == "dateModified" || property.ends_with("dateModified");
            std::string_view value = dom_.attribute(i, Attr::datetime);
            if (value.empty() && (marked || is_change)) {
                value = dom_.attribute(i, Attr::content);
            }
            if (value.empty() && (marked || dom_.attribute(i, Attr::class_).find("published") != std::string_view::npos)) {
                value = dom_.attribute(i, Attr::title);
            }
            if (value.empty()) {
                continue;
            }
            DateWitness seen{.source = DateSource::attribute, .marked = marked || dom_.has_attribute(i, Attr::pubdate)};
            const std::size_t line = lines_.line_of(i);
            seen.aside = lines_.is_aside(i);
            seen.names = weigh_names(i, seen.speaks);
            place_element(i, seen);
            seen.place = weigh_place(std::min(line, lines_.size() - (lines_.size() == 0 ? 0 : 1)));
            seen.speaks = is_change ? Speaks::of_change : marked ? Speaks::of_publication : seen.speaks;
            if ((seen.speaks == Speaks::of_nothing || seen.speaks == Speaks::of_publication) && line < lines_.size() &&
                lines_[line].whole && lines_[line].text.size() < 120) {
                const std::string_view text = lines_[line].text;
                const auto placed = find_placed_date(text, order_);
                const Speaks said = label_of(text.substr(0, placed ? placed->span.begin : text.size()));
                seen.speaks = said == Speaks::of_nothing || marked ? seen.speaks : said;
            }
            if (seen.speaks == Speaks::of_else) {
                continue;
            }
            add(seen, value, dom_[i].end - i < 80 ? dom_.text_below(i) : std::string{});
        }
    }

    void seek_in_lines() {
        for (std::size_t i = 0; i < lines_.size() && witnesses_.size() < most_witnesses; ++i) {
            seek_in_line(i);
        }
    }

    [[nodiscard]] std::vector<DateWitness> take() { return std::move(witnesses_); }

private:
    /// A value for machines: one reading, or two where nothing tells the order of its numbers. `shown` is what the reader sees of it.
    void add(DateWitness witness, std::string_view value, std::string_view shown = {}) {
        const bool ambiguous = order_ == DateOrder::unknown && !find_stated_date(value);
        for (const DateOrder order : {ambiguous ? DateOrder::day_first : order_, DateOrder::month_first}) {
            if (const auto days = local_days(value, order)) {
                witness.ambiguous = ambiguous;
                witness.day = *find_stated_date(value, order);
                witness.days = *days;
                if (const auto seen = find_stated_date(shown, order); seen && days->holds(*seen)) {
                    witness.day = *seen;
                    witness.days = {*seen, *seen};
                }
                witnesses_.push_back(witness);
            }
            if (!ambiguous) {
                break;
            }
        }
    }
    void add(DateSource source, std::string_view value) { add(DateWitness{.source = source}, value); }

    /// What the element and the three around it say, and how much that counts.
    float weigh_names(std::uint32_t node, Speaks& speaks) const {
        bool is_meta = false;
        bool is_date = false;
        for (int up = 0; up < 4 && node != 0; ++up, node = dom_[node].parent) {
            if (dom_[node].end - node > 80) {
                break;
            }
            for (const Attr attribute : {Attr::class_, Attr::id, Attr::itemprop}) {
                const Speaks said = what_names_say(dom_.attribute(node, attribute), is_meta);
                is_date = is_date || said == Speaks::of_publication || said == Speaks::of_change;
                if (speaks == Speaks::of_nothing && said != Speaks::of_nothing) {
                    speaks = said;
                }
            }
        }
        return is_date ? 2.0F : is_meta ? 1.0F : 0.0F;
    }

    /// How the element is made and how far in the tree it stands from the headline.
    void place_element(std::uint32_t node, DateWitness& witness) const {
        witness.made = std::hash<std::string_view>{}(dom_.attribute(node, Attr::class_)) * 31 + static_cast<std::uint64_t>(dom_[node].tag);
        if (lines_.headline() == lines_.size()) {
            return;
        }
        const std::uint32_t headline = lines_[lines_.headline()].begin;
        while (node != 0 && (headline < node || headline >= dom_[node].end)) {
            node = dom_[node].parent;
        }
        witness.apart = static_cast<float>(dom_[node].end - node) / static_cast<float>(dom_.size());
    }

    [[nodiscard]] float weigh_place(std::size_t line) const {
        switch (lines_.place(line)) {
        case PageLines::Place::below:
            return 3.0F - 0.05F * static_cast<float>(line - lines_.headline());
        case PageLines::Place::above:
            return 2.4F - 0.2F * static_cast<float>(lines_.headline() - line);
        case PageLines::Place::far:
            break;
        }
        return 0.0F;
    }

    void seek_dateline(std::string_view text, float place) {
        const auto placed = find_placed_date(text.substr(0, 60), order_);
        if (!placed || placed->span.begin > 30 || lines_.size() == 0) {
            return;
        }
        const std::string_view after = trim(text.substr(placed->span.end, 12));
        const bool ends = after.starts_with("\u2013") || after.starts_with("\u2014") || after.starts_with("- ") || after.starts_with(')') ||
                          after.starts_with("//") || after.starts_with('|') || after.starts_with(". \u2013") || after.starts_with(". -");
        if (ends && count_words(text.substr(0, placed->span.begin)) <= 3) {
            add(DateWitness{.source = DateSource::dateline, .place = place}, placed->date);
        }
    }

    void seek_in_line(std::size_t at) {
        const PageLine& line = lines_[at];
        const auto digits = std::ranges::count_if(line.text, is_ascii_digit);
        if (digits < 3) {
            return;
        }
        if (!line.whole) {
            if (!line.aside) {
                seek_dateline(line.text, weigh_place(at));
            }
            return;
        }
        std::string_view rest = line.text;
        for (int count = 0; count < 4; ++count) {
            auto placed = find_placed_date(rest, order_);
            const bool ambiguous = !placed && order_ == DateOrder::unknown;
            if (ambiguous) {
                placed = find_placed_date(rest, DateOrder::day_first);
            }
            if (!placed) {
                return;
            }
            const std::string_view before = rest.substr(0, placed->span.begin);
            const std::string_view whole = rest;
            rest.remove_prefix(placed->span.end);
            DateWitness seen = describe(at, before, rest);
            if (seen.speaks == Speaks::of_else) {
                continue;
            }
            seen.ambiguous = ambiguous;
            add(seen, placed->date);
            if (const auto other = ambiguous ? find_placed_date(whole, DateOrder::month_first) : std::nullopt) {
                add(seen, other->date);
            }
        }
    }

    void add(DateWitness witness, const Date& day) {
        witness.day = day;
        witness.days = {day, day};
        witnesses_.push_back(witness);
    }

    /// What there is to say of a date in a line.
    [[nodiscard]] DateWitness describe(std::size_t at, std::string_view before, std::string_view after) const {
        const PageLine& line = lines_[at];
        DateWitness seen{.place = weigh_place(at)};
        seen.prose = line.text.size() > 90 && ends_like_sentence(line.text) && count_words(line.text) > 14;
        seen.speaks = label_of(before.substr(before.size() > 60 ? before.size() - 60 : 0));
        if (seen.speaks == Speaks::of_nothing && count_words(before) == 0 && at > 0 && lines_[at - 1].text.size() < 40 &&
            !lines_[at - 1].text.empty()) {
            seen.speaks = label_of(lines_[at - 1].text + ':');
        }
        seen.marked = seen.speaks != Speaks::of_nothing;
        seen.names = seen.prose ? 0.0F : weigh_names(dom_[line.begin].parent, seen.speaks);
        place_element(dom_[line.begin].parent, seen);
        const bool is_far = lines_.place(at) == PageLines::Place::far;
        const bool is_above = !seen.marked && at < lines_.headline() && lines_.headline() < lines_.size();
        seen.clock = is_above && (is_far || names_weekday(line.text));
        if (seen.clock && (is_far || seen.names < 2.0F)) {
            seen.speaks = Speaks::of_else;
        }
        seen.around = static_cast<float>(count_words(before) + count_words(after));
        seen.aside = line.aside || (is_far && dom_[line.begin].in_link);
        return seen;
    }

    const Dom& dom_;
    const PageLines& lines_;
    DateOrder order_;
    std::vector<DateWitness> witnesses_;
};

}  // namespace

float DateWitness::weight() const {
    float sum = place + (prose ? -2.0F : names);
    if (source == DateSource::attribute) {
        return sum + 1.0F + (marked ? 2.0F : 0.0F);
    }
    if (source == DateSource::dateline) {
        return sum + 1.5F;
    }
    sum += marked && !prose ? 2.0F : 0.0F;
    return sum + (around <= 4 ? 1.0F : around <= 12 ? 0.5F : 0.0F);
}

std::vector<DateWitness> find_date_witnesses(const Dom& dom, const PageHead& head, const PageLines& lines, std::string_view address) {
    Seeker seeker(dom, lines, date_order(head.language, address));
    seeker.seek_in_head(head, address);
    seeker.seek_in_attributes();
    seeker.seek_in_lines();
    return seeker.take();
}

}  // namespace synoptic
