from sqlalchemy import Select, select
from sqlalchemy.orm import Session
