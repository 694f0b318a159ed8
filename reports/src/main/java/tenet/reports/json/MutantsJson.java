package tenet.reports.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenet.properties.mutation.Fate;
import tenet.properties.mutation.MutantCheck;
import tenet.reports.text.MutantCounts;
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
        counts(node.putObject("counts"), MutantCounts.of(results.values().stream().flatMap(List::stream).toList()));
        ArrayNode contradictions = node.putArray("contradictions");
        results.values().stream().flatMap(List::stream).flatMap(result -> result.contradiction().stream()).forEach(contradictions::add);
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
                        killed.written().ifPresent(place -> mutant.put("written", place));
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
                result.judgement().ifPresent(judgement -> mutant.putObject("judgement").put("judged", judgement.opinion().word())
                        .put("why", judgement.why()).put("place", judgement.place()));
            }
        });
        return JsonReport.pretty(node);
    }

    private static void counts(ObjectNode node, MutantCounts counts) {
        node.put("killed", counts.killed()).put("killedAsWritten", counts.killedAsWritten()).put("proved", counts.proved()).put("vacuous", counts.vacuous()).put("survived", counts.survived())
                .put("judgedTrue", counts.judgedTrue()).put("judgedFalse", counts.judgedFalse()).put("judgedOpen", counts.judgedOpen())
                .put("unjudged", counts.unjudged()).put("share", counts.share());
    }
}
