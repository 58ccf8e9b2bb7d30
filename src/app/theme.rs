//! Colours, sizes and fonts by their meaning. Nothing else in the window names a colour.

use std::sync::Arc;

use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow,
    Stroke, Style, TextStyle, Theme as Mode, Vec2, Visuals,
};

use crate::check::Severity;
use crate::paper::typeset::fonts::BUNDLED;

/// Text of tables and fields, in points.
pub const TEXT: f32 = 13.0;
/// Labels and secondary lines.
pub const SMALL: f32 = 11.0;
/// Headings within a panel.
pub const HEADING: f32 = 15.0;
/// The title of a page.
pub const TITLE: f32 = 20.0;
/// One row of a list.
pub const ROW: f32 = 28.0;
/// The grid that all spacing keeps to.
pub const GAP: f32 = 4.0;
const CORNER: u8 = 6;

/// egui centres the line of a second font on that of the first; by this much of its size the CJK
/// font then stands below the common baseline, by the ascent and descent both fonts state.
const CJK_RISE: f32 = -0.099;

/// The family of semibold text.
const SEMIBOLD: &str = "semibold";

/// The colours of one mode.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    pub background: Color32,
    pub panel: Color32,
    pub ink: Color32,
    pub soft: Color32,
    pub faint: Color32,
    pub line: Color32,
    pub accent: Color32,
    pub accent_soft: Color32,
    pub on_accent: Color32,
    pub warning: Color32,
    pub warning_soft: Color32,
    pub error: Color32,
    pub error_soft: Color32,
    pub good: Color32,
}

const LIGHT: Palette = Palette {
    background: Color32::from_rgb(0xf6, 0xf6, 0xf4),
    panel: Color32::from_rgb(0xff, 0xff, 0xff),
    ink: Color32::from_rgb(0x1b, 0x1f, 0x24),
    soft: Color32::from_rgb(0x5d, 0x66, 0x70),
    faint: Color32::from_rgb(0x76, 0x7f, 0x89),
    line: Color32::from_rgb(0xdd, 0xe1, 0xe5),
    accent: Color32::from_rgb(0x1f, 0x4e, 0x79),
    accent_soft: Color32::from_rgb(0xe8, 0xf0, 0xf7),
    on_accent: Color32::from_rgb(0xff, 0xff, 0xff),
    warning: Color32::from_rgb(0x8a, 0x5d, 0x00),
    warning_soft: Color32::from_rgb(0xff, 0xf5, 0xd6),
    error: Color32::from_rgb(0xb4, 0x23, 0x18),
    error_soft: Color32::from_rgb(0xfd, 0xec, 0xea),
    good: Color32::from_rgb(0x1a, 0x7f, 0x37),
};

const DARK: Palette = Palette {
    background: Color32::from_rgb(0x17, 0x1a, 0x1e),
    panel: Color32::from_rgb(0x1f, 0x23, 0x28),
    ink: Color32::from_rgb(0xe6, 0xe9, 0xec),
    soft: Color32::from_rgb(0xa3, 0xac, 0xb6),
    faint: Color32::from_rgb(0x87, 0x91, 0x9c),
    line: Color32::from_rgb(0x37, 0x3d, 0x45),
    accent: Color32::from_rgb(0x8f, 0xbc, 0xe6),
    accent_soft: Color32::from_rgb(0x25, 0x37, 0x48),
    on_accent: Color32::from_rgb(0x10, 0x1c, 0x28),
    warning: Color32::from_rgb(0xe0, 0xb0, 0x4a),
    warning_soft: Color32::from_rgb(0x3a, 0x31, 0x1a),
    error: Color32::from_rgb(0xf0, 0x8b, 0x80),
    error_soft: Color32::from_rgb(0x43, 0x25, 0x23),
    good: Color32::from_rgb(0x6c, 0xc4, 0x86),
};

/// The colours of the mode in which `ui` draws.
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    of(ui.visuals().dark_mode)
}

fn of(dark: bool) -> &'static Palette {
    if dark { &DARK } else { &LIGHT }
}

impl Palette {
    /// The colour of a finding, beside its shape and word.
    pub fn severity(&self, severity: Severity) -> Color32 {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Notice | Severity::Unknown => self.soft,
        }
    }
}

/// The font of semibold text.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// Gives the context our fonts, and both modes their style.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    egui_material_icons::initialize(ctx);
    // Where the system does not say, paper is white.
    ctx.options_mut(|options| options.fallback_theme = Mode::Light);
    ctx.set_style_of(Mode::Light, style(&LIGHT, Visuals::light()));
    ctx.set_style_of(Mode::Dark, style(&DARK, Visuals::dark()));
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for bundled in BUNDLED {
        let mut data = FontData::from_static(bundled.data);
        if bundled.name.starts_with("NotoSansCJK") {
            data.tweak.y_offset_factor = CJK_RISE;
        }
        let data = Arc::new(data);
        fonts.font_data.insert(bundled.name.to_owned(), data);
    }
    let family = |first: &str, cjk: &str| vec![first.to_owned(), cjk.to_owned()];
    let regular = family("SourceSans3-Regular.ttf", "NotoSansCJKsc-Regular.otf");
    let semibold = family("SourceSans3-Semibold.ttf", "NotoSansCJKsc-Bold.otf");
    fonts.families.insert(FontFamily::Monospace, regular.clone());
    fonts.families.insert(FontFamily::Proportional, regular);
    fonts.families.insert(FontFamily::Name(SEMIBOLD.into()), semibold);
    fonts
}

fn style(palette: &Palette, visuals: Visuals) -> Style {
    let mut style = Style { visuals: colours(palette, visuals), ..Style::default() };
    let proportional = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, proportional(SMALL)),
        (TextStyle::Body, proportional(TEXT)),
        (TextStyle::Button, proportional(TEXT)),
        (TextStyle::Monospace, proportional(TEXT)),
        (TextStyle::Heading, semibold(HEADING)),
    ]
    .into();
    style.spacing.item_spacing = Vec2::new(2.0 * GAP, GAP);
    style.spacing.button_padding = Vec2::new(2.5 * GAP, GAP);
    style.spacing.interact_size.y = ROW - GAP;
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.combo_width = 120.0;
    style.interaction.selectable_labels = false;
    style
}

fn colours(palette: &Palette, mut visuals: Visuals) -> Visuals {
    let corner = CornerRadius::same(CORNER);
    let line = Stroke::new(1.0, palette.line);
    visuals.panel_fill = palette.panel;
    visuals.window_fill = palette.panel;
    visuals.window_stroke = line;
    visuals.window_corner_radius = corner;
    visuals.menu_corner_radius = corner;
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.extreme_bg_color = palette.panel;
    visuals.faint_bg_color = palette.background;
    visuals.text_edit_bg_color = Some(palette.panel);
    visuals.hyperlink_color = palette.accent;
    visuals.weak_text_color = Some(palette.soft);
    visuals.warn_fg_color = palette.warning;
    visuals.error_fg_color = palette.error;
    visuals.selection.bg_fill = palette.accent_soft;
    visuals.selection.stroke = Stroke::new(1.0, palette.accent);
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.fg_stroke = Stroke::new(1.0, palette.ink);
    widgets.noninteractive.bg_stroke = line;
    for (widget, fill, stroke) in [
        (&mut widgets.inactive, palette.panel, line),
        (&mut widgets.hovered, palette.accent_soft, Stroke::new(1.0, palette.accent)),
        (&mut widgets.active, palette.accent_soft, Stroke::new(1.5, palette.accent)),
        (&mut widgets.open, palette.accent_soft, line),
    ] {
        widget.weak_bg_fill = fill;
        widget.bg_fill = fill;
        widget.bg_stroke = stroke;
        widget.fg_stroke = Stroke::new(1.0, palette.ink);
        widget.corner_radius = corner;
        widget.expansion = 0.0;
    }
    visuals
}
