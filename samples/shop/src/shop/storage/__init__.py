"""Where orders are kept."""

from .json_file import JsonRepository
from .memory import MemoryRepository
from .repository import Repository
from .unit_of_work import UnitOfWork

__all__ = ["JsonRepository", "MemoryRepository", "Repository", "UnitOfWork"]
