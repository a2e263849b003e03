// SPDX-License-Identifier: Apache-2.0
#include "clean/page_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <span>

#include "clean/class_words.hpp"
#include "clean/lines.hpp"
#include "clean/stated_date.hpp"
#include "clean/tags.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

enum class Speaks : std::uint8_t { of_nothing, of_publication, of_change, of_else };

bool has_any(std::string_view text, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// What the words before a date say it is. "Zuletzt aktualisiert am " => of_change; "Posted on " => of_publication.
Speaks label(std::string_view before) {
    constexpr std::array<std::string_view, 32> change = {
        "updated",    "update:",  "last update", "modified",  "revised",    "reviewed",    "last edited", "aktualisier",
        "geandert",   "anderung", "bearbeitet",  "stand:",    "mis a jour", "mise a jour", "modifie",     "actualiz",
        "modificad",  "aggiorna", "modificato",  "atualiz",   "bijgewerkt", "gewijzigd",   "oppdatert",   "opdateret",
        "uppdaterad", "aktualiz", "paivitetty",  "обновлено", "изменено",   "guncelle",    "frissitve",   "fact checked"};
    constexpr std::array<std::string_view, 30> publication = {
        "publish",      "publie",        "publica",  "posted",       "veroffentlicht", "erschienen",  "erstellt", "eingestellt",
        "mis en ligne", "mise en ligne", "pubblica", "gepubliceerd", "geplaatst",      "opublikowan", "dodano",   "offentliggjort",
        "julkaistu",    "опубликова",    "дата",     "first seen",   "written",        "issued",      "released", "release date",
        "datum",        "date:",         "fecha",    "yayin",        "megjelent",      "escrito"};
    const std::string plain = fold_accents(before);
    return has_any(plain, change) || plain.starts_with("stand ") ? Speaks::of_change
           : has_any(plain, publication)                         ? Speaks::of_publication
                                                                 : Speaks::of_nothing;
}

/// What the names of an element say of a date in it. "entry-date published" => of_publication; "post-updated-date" => of_change.
Speaks named(std::string_view names, bool& is_meta) {
    constexpr std::array<std::string_view, 8> change = {"updated", "modified",     "update",       "changed",
                                                        "lastmod", "lastmodified", "modification", "revised"};
    constexpr std::array<std::string_view, 13> other = {"event",    "events",    "comment",  "copyright", "birth",
                                                        "deadline", "expires",   "calendar", "clock",     "currentdate",
                                                        "current",  "countdown", "today"};
    constexpr std::array<std::string_view, 20> publication = {
        "date",     "dates",    "datum",   "fecha",       "published", "publish",     "pubdate",     "postdate", "posted",   "timestamp",
        "datetime", "dateline", "created", "publication", "pubdates",  "articledate", "publishdate", "dt",       "postedon", "zeit"};
    constexpr std::array<std::string_view, 14> meta = {"meta",    "byline",  "info",   "time",     "infos",    "header",  "submitted",
                                                       "details", "credits", "author", "authored", "metadata", "subline", "intro"};
    if (names.empty()) {
        return Speaks::of_nothing;
    }
    Speaks speaks = Speaks::of_nothing;
    const std::string text = split_names(names.substr(0, 300));
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = std::min(text.find_first_not_of("- ", at), text.size());
        const std::size_t end = std::min(text.find_first_of("- ", begin), text.size());
        const std::string_view word = std::string_view(text).substr(begin, end - begin);
        at = end == begin ? text.size() : end;
        const auto is_in = [&](auto& words) { return std::ranges::find(words, word) != words.end(); };
        if (is_in(other)) {
            return Speaks::of_else;
        }
        if (is_in(change)) {
            speaks = Speaks::of_change;
        } else if (is_in(publication) && (speaks == Speaks::of_nothing || word == "published")) {
            speaks = Speaks::of_publication;  // "published updated", as themes write it
        }
        is_meta = is_meta || is_in(meta);
    }
    return speaks;
}

/// "Friday, 9 January 2026", "Fr., 09.01.2026", "Today is 9 January 2026": a clock at the page's top names the day.
bool names_weekday(std::string_view text) {
    constexpr std::string_view days =
        " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today montag dienstag "
        "mittwoch "
        "donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so heute lundi mardi mercredi jeudi vendredi samedi dimanche lunes "
        "martes miercoles jueves viernes sabado domingo hoy lunedi martedi mercoledi giovedi venerdi oggi segunda terca quarta quinta "
        "sexta "
        "segunda-feira terca-feira quarta-feira quinta-feira sexta-feira hoje maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
        "vandaag mandag tirsdag onsdag torsdag fredag lordag sondag tisdag ";
    std::string word = " ";
    for (const char c : fold_accents(text.substr(0, text.find_first_of("0123456789"))) + ' ') {
        if (c != ' ' && c != ',' && c != '.') {
            word += c;
        } else if (word.size() > 1) {
            word += ' ';
            if (days.find(word) != std::string_view::npos) {
                return true;
            }
            word = " ";
        }
    }
    return false;
}

/// A date seen on the page.
struct Seen {
    Date day;        ///< as written
    LocalDays days;  ///< what it may be there
    bool in_attribute = false;
    Speaks speaks = Speaks::of_nothing;
    double score = 0.0;
};

class Seeker {
public:
    Seeker(const Dom& dom, const PageLines& lines, DateOrder order) : dom_(dom), lines_(lines), order_(order) {}

    /// The best date that counts as one of publication, and the best of a change.
    void seek() {
        seek_in_attributes();
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            seek_in_line(i);
        }
    }
    [[nodiscard]] const std::optional<Seen>& published() const { return published_; }
    [[nodiscard]] const std::optional<Seen>& changed() const { return changed_; }

    static constexpr double enough = 3.0;
    static constexpr double sure = 5.0;

private:
    void keep(Seen seen) {
        auto& best = seen.speaks == Speaks::of_change ? changed_ : published_;
        if (seen.score >= enough && (!best || seen.score > best->score + 1e-9)) {
            best = seen;
        }
    }

    /// What the element and the three around it say, and how much that counts.
    double weigh_names(std::uint32_t node, Speaks& speaks) const {
        bool is_meta = false;
        bool is_date = false;
        for (int up = 0; up < 4 && node != 0; ++up, node = dom_[node].parent) {
            if (dom_[node].end - node > 80) {
                break;
            }
            for (const Attr attribute : {Attr::class_, Attr::id, Attr::itemprop}) {
                const Speaks said = named(dom_.attribute(node, attribute), is_meta);
                is_date = is_date || said == Speaks::of_publication || said == Speaks::of_change;
                if (speaks == Speaks::of_nothing && said != Speaks::of_nothing) {
                    speaks = said;
                }
            }
        }
        return is_date ? 2.0 : is_meta ? 1.0 : 0.0;
    }

    double weigh_place(std::size_t line) const {
        switch (lines_.place(line)) {
        case PageLines::Place::below:
            return 3.0 - 0.05 * static_cast<double>(line - lines_.headline());
        case PageLines::Place::above:
            return 2.4 - 0.2 * static_cast<double>(lines_.headline() - line);
        case PageLines::Place::far:
            break;
        }
        return 0.0;
    }

    void seek_in_attributes() {
        for (std::uint32_t i = 0; i < dom_.size(); ++i) {
            const Tag tag = dom_[i].tag;
            if (tag == Tag::text || tag == Tag::meta) {
                continue;
            }
            const std::string_view itemprop = dom_.attribute(i, Attr::itemprop);
            const std::string_view property = dom_.attribute(i, Attr::property);
            const bool marked = itemprop == "datePublished" || itemprop == "dateCreated" || property.ends_with("datePublished") ||
                                property.ends_with("dateCreated");
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
            const auto days = local_days(value, order_);
            if (!days || (lines_.is_aside(i) && !marked)) {
                continue;
            }
            Seen seen{.day = *find_stated_date(value, order_), .days = *days, .in_attribute = true};
            if (const auto shown = find_stated_date(dom_.text_below(i), order_); shown && days->holds(*shown)) {
                seen.day = *shown;
                seen.days = {*shown, *shown};
            }
            seen.score =
                weigh_names(i, seen.speaks) + weigh_place(std::min(lines_.line_of(i), lines_.size() - (lines_.size() == 0 ? 0 : 1)));
            seen.score += 1.0 + (marked ? 2.0 : 0.0) + (dom_.has_attribute(i, Attr::pubdate) ? 2.0 : 0.0);
            seen.speaks = is_change ? Speaks::of_change : marked ? Speaks::of_publication : seen.speaks;
            if (seen.speaks == Speaks::of_nothing || seen.speaks == Speaks::of_publication) {
                const std::size_t line = lines_.line_of(i);
                if (line < lines_.size() && lines_[line].whole && lines_[line].text.size() < 120) {
                    const std::string_view text = lines_[line].text;
                    const auto placed = find_placed_date(text, order_);
                    const Speaks said = label(text.substr(0, placed ? placed->span.begin : text.size()));
                    seen.speaks = said == Speaks::of_nothing || marked ? seen.speaks : said;
                }
            }
            if (seen.speaks != Speaks::of_else) {
                keep(seen);
            }
        }
    }

    /// "Berlin, 29.11.2022 - The harbour ...", "(21 November 2022) The harbour ..." at the front of a paragraph.
    void seek_dateline(std::string_view text, double place) {
        const auto placed = find_placed_date(text.substr(0, 60), order_);
        if (!placed || placed->span.begin > 30 || lines_.size() == 0) {
            return;
        }
        const std::string_view after = trim(text.substr(placed->span.end, 12));
        const bool ends = after.starts_with("\u2013") || after.starts_with("\u2014") || after.starts_with("- ") || after.starts_with(')') ||
                          after.starts_with("//") || after.starts_with('|') || after.starts_with(". \u2013") || after.starts_with(". -");
        if (ends && count_words(text.substr(0, placed->span.begin)) <= 3) {
            keep({.day = placed->date, .days = {placed->date, placed->date}, .speaks = Speaks::of_nothing, .score = place + 1.5});
        }
    }

    void seek_in_line(std::size_t at) {
        const PageLine& line = lines_[at];
        const auto digits = std::ranges::count_if(line.text, is_ascii_digit);
        const bool in_headline = at == lines_.headline();
        if (line.aside || digits < 3 || in_headline) {
            return;
        }
        const double place = weigh_place(at);
        if (!line.whole) {
            seek_dateline(line.text, place);
            return;
        }
        std::string_view rest = line.text;
        std::string_view before;
        for (int count = 0; count < 4; ++count) {
            const auto placed = find_placed_date(rest, order_);
            if (!placed) {
                return;
            }
            before = rest.substr(0, placed->span.begin);
            rest.remove_prefix(placed->span.end);
            Seen seen{.day = placed->date, .days = {placed->date, placed->date}};
            const bool is_prose = line.text.size() > 90 && ends_like_sentence(line.text) && count_words(line.text) > 14;
            seen.speaks = label(before.substr(before.size() > 60 ? before.size() - 60 : 0));
            if (seen.speaks == Speaks::of_nothing && count_words(before) == 0 && at > 0 && lines_[at - 1].text.size() < 40 &&
                !lines_[at - 1].text.empty()) {
                seen.speaks = label(lines_[at - 1].text + ':');
            }
            const bool labelled = seen.speaks != Speaks::of_nothing;
            seen.score = place + (labelled && !is_prose ? 2.0 : 0.0);
            const double names = is_prose ? -2.0 : weigh_names(dom_[line.begin].parent, seen.speaks);
            seen.score += names;
            if (!labelled && at < lines_.headline() && lines_.headline() < lines_.size() &&
                (lines_.place(at) == PageLines::Place::far || (names < 2.0 && names_weekday(line.text)))) {
                continue;  // the site's clock
            }
            const std::size_t around = count_words(before) + count_words(rest);
            seen.score += around <= 4 ? 1.0 : around <= 12 ? 0.5 : 0.0;
            const bool linked_away = dom_[line.begin].in_link && lines_.place(at) == PageLines::Place::far;
            if (seen.speaks != Speaks::of_else && !linked_away) {
                keep(seen);
            }
        }
    }

    const Dom& dom_;
    const PageLines& lines_;
    DateOrder order_;
    std::optional<Seen> published_;
    std::optional<Seen> changed_;
};

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

std::int32_t days_between(const Date& a, const Date& b) { return std::abs(to_days(a) - to_days(b)); }

std::string_view basis_of(const Seen& seen) { return seen.in_attribute ? "time" : "text"; }

}  // namespace

void find_dates(const Dom& dom, const PageHead& head, const PageLines& lines, Metadata& found) {
    const DateOrder order = date_order(head.language, found.url);
    Seeker seeker(dom, lines, order);
    seeker.seek();
    const auto& seen = seeker.published();
    const auto address = date_in_url(found.url);
    const auto set = [&](const Date& date, std::string_view basis) { found.published = Published{date, std::string(basis)}; };
    const auto warn = [&](std::string_view basis, const Date& date, std::string_view other_basis, const Date& other) {
        found.warnings.push_back({"date conflict", fmt::format("{} {}, {} {}", basis, to_iso(date), other_basis, to_iso(other))});
    };

    const auto in_data = local_days(head.data.date_published, order);
    const auto in_meta = local_days(published_in_meta(head), order);
    const auto vague = local_days(date_in_meta(head), order);
    if (const auto stated = in_data ? in_data : in_meta) {
        const std::string_view basis = in_data ? "json-ld" : "meta";
        const auto day = find_stated_date(in_data ? std::string_view(head.data.date_published) : published_in_meta(head), order);
        if (in_data && in_meta && days_between(in_data->first, in_meta->first) > 1) {
            warn("json-ld", *day, "meta", *find_stated_date(published_in_meta(head), order));
        }
        if (address && stated->holds(*address)) {
            set(*address, *address == *day ? basis : "address");
        } else if (seen && stated->holds(seen->days.first) && seen->days.first == seen->days.last) {
            set(seen->day, seen->day == *day ? basis : basis_of(*seen));
        } else if (seen && seen->score >= Seeker::sure && seen->day < *day) {  // the page was made anew for what had been published before
            set(seen->day, basis_of(*seen));
            warn(basis, *day, basis_of(*seen), seen->day);
        } else {
            set(*day, basis);
            if (seen && seen->speaks != Speaks::of_change && days_between(seen->day, *day) > 1) {
                warn(basis, *day, basis_of(*seen), seen->day);
            }
        }
    } else if (seen) {
        set(address && seen->days.holds(*address) ? *address : seen->day, basis_of(*seen));
    } else if (vague) {
        set(*find_stated_date(date_in_meta(head), order), "meta");
    } else if (address) {
        set(*address, "address");
    }

    const auto changed =
        find_stated_date(head.data.date_modified.empty()
                             ? head.first_of({"article:modified_time", "og:updated_time", "itemprop:datemodified", "dcterms.modified"})
                             : std::string_view(head.data.date_modified),
                         order);
    if (changed) {
        found.modified = *changed;
    } else if (seeker.changed()) {
        found.modified = seeker.changed()->day;
    }
    if (!found.published && found.modified) {
        set(*found.modified, changed ? head.data.date_modified.empty() ? "meta" : "json-ld" : basis_of(*seeker.changed()));
        found.warnings.push_back({"date of a change", to_iso(*found.modified)});
    }
}

}  // namespace synoptic
