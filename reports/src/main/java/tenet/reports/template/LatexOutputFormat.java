package tenet.reports.template;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;
import tenet.symbolic.typeset.LatexText;

/** Text as LaTeX text, for templates. */
public final class LatexOutputFormat extends CommonMarkupOutputFormat<LatexOutputFormat.Code> {
    public static final LatexOutputFormat INSTANCE = new LatexOutputFormat();

    private LatexOutputFormat() {
    }

    /** Code, or text that becomes code when it is printed. */
    public static final class Code extends CommonTemplateMarkupOutputModel<Code> {
        private Code(String text, String code) {
            super(text, code);
        }

        @Override
        public LatexOutputFormat getOutputFormat() {
            return INSTANCE;
        }
    }

    @Override
    public String getName() {
        return "LaTeX";
    }

    @Override
    public String getMimeType() {
        return "application/x-tex";
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        out.write(escapePlainText(text));
    }

    @Override
    public String escapePlainText(String text) {
        return LatexText.escape(text);
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String name) {
        return false;
    }

    @Override
    protected Code newTemplateMarkupOutputModel(String text, String code) {
        return new Code(text, code);
    }
}
