// SPDX-License-Identifier: Apache-2.0
#include "situation/corrections.hpp"

#include <algorithm>

#include "core/text.hpp"

namespace synoptic {

namespace {

std::string key_of(std::string_view name) {
    std::string key = fold_accents(fold_space(name));
    std::erase(key, '.');
    return key.starts_with("the ") ? key.substr(4) : key;
}

bool lists(const Corrections::Names& entry, const std::string& key) {
    return std::ranges::any_of(entry.names, [&](const std::string& name) { return key_of(name) == key; });
}

/// ("He  said “no”", "said \"no\"") => true
bool holds(std::string_view text, std::string_view words) {
    return fold_accents(fold_space(text)).find(fold_accents(fold_space(words))) != std::string::npos;
}

}  // namespace

std::vector<std::uint32_t> Corrections::lines() const {
    std::vector<std::uint32_t> all;
    for (const auto* entries : {&same_actor, &not_same}) {
        std::ranges::transform(*entries, std::back_inserter(all), &Names::line);
    }
    for (const auto* entries : {&not_event, &wrong_speaker, &hide}) {
        std::ranges::transform(*entries, std::back_inserter(all), &Place::line);
    }
    std::ranges::sort(all);
    return all;
}

const Corrections::Names* CorrectionsInUse::same_as(std::string_view name) const {
    if (corrections_.same_actor.empty()) {
        return nullptr;
    }
    const std::string key = key_of(name);
    const auto entry = std::ranges::find_if(corrections_.same_actor, [&](const Corrections::Names& names) { return lists(names, key); });
    return entry == corrections_.same_actor.end() ? nullptr : &*entry;
}

bool CorrectionsInUse::apart(std::string_view a, std::string_view b) {
    if (corrections_.not_same.empty()) {
        return false;
    }
    const std::string first = key_of(a);
    const std::string second = key_of(b);
    const auto entry = std::ranges::find_if(corrections_.not_same, [&](const Corrections::Names& names) {
        return first != second && lists(names, first) && lists(names, second);
    });
    if (entry == corrections_.not_same.end()) {
        return false;
    }
    used(entry->line);
    return true;
}

bool CorrectionsInUse::no_event(const Document& document, const CodedEvent& event) {
    for (const Corrections::Place& entry : corrections_.not_event) {
        const bool of_type = entry.value.empty() || entry.value == event.type;
        if (of_type && holds(document.view(document.analysis.sentences[event.sentence].span), entry.words)) {
            used(entry.line);
            return true;
        }
    }
    return false;
}

std::optional<std::string_view> CorrectionsInUse::speaker(std::string_view quotation) {
    for (const Corrections::Place& entry : corrections_.wrong_speaker) {
        if (holds(quotation, entry.words)) {
            used(entry.line);
            return entry.value;
        }
    }
    return std::nullopt;
}

bool CorrectionsInUse::hides(std::string_view kind) const {
    return std::ranges::any_of(corrections_.hide, [&](const Corrections::Place& entry) { return entry.value == kind; });
}

bool CorrectionsInUse::hidden(std::string_view kind, const std::vector<std::string_view>& texts) {
    for (const Corrections::Place& entry : corrections_.hide) {
        if (entry.value == kind && std::ranges::any_of(texts, [&](std::string_view text) { return holds(text, entry.words); })) {
            used(entry.line);
            return true;
        }
    }
    return false;
}

}  // namespace synoptic
