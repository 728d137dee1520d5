//! What the authorities are known or expected to ask for, and which facts answer it.

/// A datum and the facts that hold it. Known data first, then what comparable forms ask.
pub(crate) const DATA: &[(&str, &[&str])] = &[
    // What the identity document and the questionnaire are known to record.
    (
        "surname, name, patronymic",
        &[
            "names.surname_cyrillic",
            "names.given_cyrillic",
            "names.patronymic_cyrillic",
        ],
    ),
    (
        "the name as in the passport",
        &[
            "names.surname_latin",
            "names.given_latin",
            "names.patronymic_latin",
        ],
    ),
    ("date of birth", &["applicant.birth_date"]),
    (
        "place of birth",
        &["applicant.birth_country", "applicant.birth_place"],
    ),
    ("sex", &["applicant.sex"]),
    (
        "ethnicity",
        &["applicant.ethnic_kazakh", "applicant.ethnicity"],
    ),
    (
        "citizenship",
        &["applicant.status", "applicant.citizenship"],
    ),
    ("IIN", &["applicant.iin"]),
    (
        "education",
        &[
            "work.education",
            "study.institution",
            "study.place",
            "study.from",
            "study.until",
            "study.diploma",
        ],
    ),
    (
        "speciality and professional competences",
        &["work.speciality", "study.speciality", "job.position"],
    ),
    ("command of languages", &["work.languages"]),
    (
        "experience of work",
        &[
            "job.from",
            "job.until",
            "job.position",
            "job.employer",
            "job.country",
            "job.address",
        ],
    ),
    ("military service", &["work.military"]),
    ("state of health", &["applicant.entry_barring_disease"]),
    (
        "criminal record",
        &[
            "conviction.date",
            "conviction.country",
            "conviction.article",
            "conviction.outstanding",
            "applicant.prosecuted_at_home",
        ],
    ),
    (
        "deportation history",
        &["expulsion.on", "expulsion.country_note"],
    ),
    // What comparable forms ask.
    (
        "former names with reason",
        &[
            "former_name.full_name",
            "former_name.from",
            "former_name.until",
            "former_name.reason",
        ],
    ),
    (
        "former and other citizenships",
        &[
            "applicant.former_kz_citizen",
            "citizenship.country",
            "citizenship.current",
            "citizenship.from",
            "citizenship.until",
            "citizenship.ground",
        ],
    ),
    (
        "identity document",
        &[
            "passport.kind",
            "passport.number",
            "passport.issuer",
            "passport.issued",
            "passport.expires",
        ],
    ),
    (
        "marital status and spouse",
        &["applicant.marital_status", "relative.full_name"],
    ),
    ("address abroad", &["applicant.residence_address_abroad"]),
    (
        "address in Kazakhstan",
        &[
            "dwelling.postcode",
            "dwelling.region",
            "dwelling.city",
            "dwelling.street",
            "dwelling.house",
            "dwelling.flat",
            "dwelling.address_code",
        ],
    ),
    (
        "ground of living there",
        &[
            "dwelling.basis",
            "dwelling.owner_name",
            "dwelling.days_provided",
        ],
    ),
    (
        "telephone and e-mail",
        &["applicant.phone", "applicant.email"],
    ),
    (
        "date, purpose and means of entry",
        &[
            "entry.entered_on",
            "entry.border_point",
            "entry.purpose",
            "entry.basis",
        ],
    ),
    (
        "visa and registration",
        &[
            "entry.visa",
            "entry.visa_number",
            "entry.visa_until",
            "entry.registered_on",
        ],
    ),
    (
        "close relatives in Kazakhstan and abroad",
        &[
            "relative.kinship",
            "relative.full_name",
            "relative.birth_date",
            "relative.birth_country",
            "relative.citizenship",
            "relative.address",
            "relative.workplace",
            "relative.status_in_kazakhstan",
        ],
    ),
    (
        "children, those who apply jointly among them",
        &[
            "child.surname_cyrillic",
            "child.given_cyrillic",
            "child.patronymic_cyrillic",
            "child.birth_date",
            "child.birth_country",
            "child.birth_place",
            "child.citizenship",
            "child.address",
            "child.applies_jointly",
        ],
    ),
    (
        "administrative penalties",
        &[
            "penalty.area",
            "penalty.article",
            "penalty.in_force",
            "penalty.paid",
            "penalty.paid_on",
        ],
    ),
    ("earlier refusals", &["refusal.on", "refusal.reason"]),
    ("motives", &["applicant.motives"]),
    ("source of income", &["work.income_source"]),
];
