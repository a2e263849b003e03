// SPDX-License-Identifier: Apache-2.0
#include "clean/date_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "clean/class_words.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

bool has_any(std::string_view text, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace

Speaks label_of(std::string_view before) {
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

Speaks what_names_say(std::string_view names, bool& is_meta) {
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

}  // namespace synoptic
