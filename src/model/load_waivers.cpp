#include "model/fields.hpp"
#include "model/load.hpp"
#include "model/shapes.hpp"

#include <algorithm>

namespace mlops_assess {

std::optional<WaiverList> load_waivers(const Document& document, const Models& models,
                                       Diagnostics& diagnostics) {
    Diagnostics found;
    const auto memory = new_memory();
    auto& arena = *memory;
    const Loading loading{*document.source, arena, found};
    check_shape(document, waivers_shape, found);
    Ids known;
    auto catalogues = models.catalogues;
    if (models.shipped_catalogue != nullptr) catalogues.push_back(models.shipped_catalogue);
    for (const auto* catalogue : catalogues)
        for (const auto& practice : catalogue->practices) known.insert(practice.id, 0);

    std::vector<Waiver> waivers;
    Ids waived;
    const Fields root(document.root, arena);
    for (const auto* node : root.maps("waivers")) {
        const Fields fields(*node, arena);
        const auto* practice = fields.scalar("practice");
        if (practice == nullptr) continue;
        known.require(loading, DiagnosticId::unknown_practice, "practice", *practice);
        if (!waived.add(loading, "waiver", practice, 0)) continue;
        waivers.push_back({arena.text(practice->text), loading.source.place(practice->at),
                           fields.text("reason"), fields.text("owner"), fields.text("approved_by"),
                           fields.text("expires")});
    }
    diagnostics.append(found);
    if (document.flawed || found.has_errors()) return std::nullopt;
    return WaiverList{document.source, memory, arena.list(waivers)};
}

}  // namespace mlops_assess
