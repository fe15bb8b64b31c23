from filrouge.domain.reading.tables.found import FoundDomain, FoundTable
