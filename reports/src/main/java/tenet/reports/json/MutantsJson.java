package tenet.reports.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenet.properties.mutation.Fate;
import tenet.properties.mutation.MutantCheck;
import tenet.reports.text.MutantTable;
import tenet.symbolic.syntax.Printer;

/** The fates of mutants as JSON; described in {@code docs/attack.md}. */
public final class MutantsJson {
    public static final String SCHEMA = "tenet-mutants/1";

    private MutantsJson() {
    }

    /**
     * @param complete whether all mutants were looked at
     * @param results  by the id of the claim, in order
     */
    public static String text(long seed, boolean complete, Map<String, List<MutantCheck.Result>> results) {
        ObjectNode node = new ObjectMapper().createObjectNode().put("schema", SCHEMA).put("seed", seed).put("complete", complete);
        ArrayNode claims = node.putArray("claims");
        results.forEach((id, mutants) -> {
            ObjectNode claim = claims.addObject().put("id", id);
            ArrayNode array = claim.putArray("mutants");
            for (MutantCheck.Result result : mutants) {
                ObjectNode mutant = array.addObject().put("kind", result.mutant().kind().name().toLowerCase(Locale.ROOT))
                        .put("change", result.mutant().change()).put("conclusion", Printer.print(result.mutant().claim().statement().conclusion()));
                switch (result.fate()) {
                    case Fate.Killed killed -> {
                        mutant.put("fate", "killed").put("tries", killed.tries());
                        JsonReport.counterexample(mutant.putObject("counterexample"), killed.counterexample());
                    }
                    case Fate.Proved proved -> {
                        ArrayNode lemmas = mutant.put("fate", "proved").put("unchanged", proved.unchanged()).putArray("lemmas");
                        proved.lemmas().forEach(lemmas::add);
                    }
                    case Fate.Vacuous vacuous -> mutant.put("fate", "vacuous");
                    case Fate.Survived survived -> {
                        mutant.put("fate", "survived").put("tries", survived.tries()).put("accepted", survived.accepted()).put("cannotTell", survived.cannotTell());
                        JsonReport.number(mutant, "slack", survived.slack());
                    }
                }
                mutant.put("why", MutantTable.why(result.fate()));
            }
        });
        return JsonReport.pretty(node);
    }
}
