//! The use cases: answers, assessment, papers, saved cases.
